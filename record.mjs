import { createMock } from '/tmp/wt-bench/dist/mock/index.js';
const mock=createMock();const {project,token}=mock.credentials.layers;
const c={method:'GET',path:'/v1/projects/'+project+'/ads/ads',query:'status=active&limit=100',headers:{authorization:'Bearer '+token}};
const go=(n)=>{const t=process.cpuUsage();for(let i=0;i<n;i++)mock.answer(c).body.bytes();const u=process.cpuUsage(t);return ((u.user+u.system)/n).toFixed(1)+' us'};
go(900);console.log('before the journal is full',go(50));go(20000);console.log('full',go(20000));
mock.sessions.of(undefined).journal.record=()=>{};go(5000);console.log('without journal',go(20000));
