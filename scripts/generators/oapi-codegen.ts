// oapi-codegen: a package of Go for each document.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { APIS, commandOf, documentOf, type Generator, listedBy, programOf, run } from './generator.ts';

/** The modules that the generated code needs. */
const MODULES = [
  'github.com/oapi-codegen/runtime@v1.8.0',
  'github.com/apapsch/go-jsonmerge/v2@v2.0.0',
  'github.com/google/uuid@v1.6.0',
];
/** Modules come from those on this machine: nothing is fetched. */
const OFFLINE = { GOPROXY: 'off', GOSUMDB: 'off', GOFLAGS: '-mod=mod', GOTOOLCHAIN: 'local' };

export const oapiCodegen: Generator = {
  name: 'oapi-codegen',
  isHere: () => {
    const env = { ...process.env, ...OFFLINE };
    const modules = spawnSync('go', ['mod', 'download', ...MODULES], { env });
    return commandOf('oapi-codegen') !== undefined && modules.status === 0;
  },
  install: `go install github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v2.8.2 && go mod download ${MODULES.join(' ')}`,
  generate: async ({ folder }) => {
    for (const api of APIS) {
      mkdirSync(join(folder, api));
      const args = ['-generate', 'types,client', '-package', api, '-o', `${api}/client.go`, documentOf(api)];
      await run(commandOf('oapi-codegen') ?? '', args, { cwd: folder });
    }
  },
  compile: async ({ folder }) => {
    const required = MODULES.map((module) => `require ${module.replace('@', ' ')}\n`);
    writeFileSync(join(folder, 'go.mod'), `module listing\n\ngo 1.22\n\n${required.join('')}`);
    copyFileSync(programOf('list-oapi-codegen.go'), join(folder, 'main.go'));
    await run('go', ['build', '-o', 'listing', '.'], { cwd: folder, env: OFFLINE });
  },
  list: (scene) => listedBy(join(scene.folder, 'listing'), [], scene),
};
