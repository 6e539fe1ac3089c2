import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicationDay } from '../../lib/page/publication-day';
import { openSavedPages } from './saved-page';
const folder = process.argv[2]!;
const open = openSavedPages();
let right=0,wrong=0,none=0,n=0; const t=performance.now(); let spent=0;
for (const line of readFileSync(join(folder,'days.tsv'),'utf8').split('\n')) {
  const [file,address,day]=line.split('\t');
  if(!file||!day) continue;
  n++;
  const doc=open(join(folder,file));
  const s=performance.now();
  const found=publicationDay(doc,address!);
  spent+=performance.now()-s;
  if(found===day)right++; else if(found===null){none++;console.log('none',file,day,address);} else {wrong++;console.log('WRONG',file,day,found,address);}
}
console.log(n,right,wrong,none,performance.now()-t,spent);
