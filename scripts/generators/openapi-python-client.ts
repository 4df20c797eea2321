// openapi-python-client: packages of attrs classes and httpx calls.
import { spawnSync } from 'node:child_process';
import { APIS, documentOf, type Generator, listedBy, programOf, run } from './generator.ts';

const MODULE = 'openapi_python_client';

export const openapiPythonClient: Generator = {
  name: 'openapi-python-client',
  isHere: () => spawnSync('python3', ['-c', `import ${MODULE}`]).status === 0,
  install: 'python3 -m pip install openapi-python-client==0.29.1',
  generate: async ({ folder }) => {
    for (const api of APIS) {
      const output = ['--output-path', `${api}_client`, '--meta', 'none'];
      await run('python3', ['-m', MODULE, 'generate', '--path', documentOf(api), ...output], { cwd: folder });
    }
  },
  compile: async ({ folder }) => {
    await run('python3', ['-m', 'compileall', '-q', '.'], { cwd: folder });
  },
  list: (scene) =>
    listedBy('python3', [programOf('list-openapi-python-client.py')], scene, { PYTHONPATH: scene.folder }),
};
