import { chromium } from '@playwright/test';
import { mkdirSync, writeFileSync } from 'node:fs';
const F='/work/main/crates/server/demo/library/files/';
const shots='/tmp/shots'; mkdirSync(shots,{recursive:true});
const b=await chromium.launch({executablePath:'/usr/bin/chromium'});
const who=process.argv[2]??'admin@aurora.example';
async function ctx(w,h,dark){const c=await b.newContext({viewport:{width:w,height:h},colorScheme:dark?'dark':'light',hasTouch:w<500,isMobile:w<500});const p=await c.newPage();p.on('console',m=>{if(m.type()==='error')console.log('console',m.text())});p.on('pageerror',e=>console.log('pageerror',e.message));
 await p.goto('http://localhost:8080/sign-in');await p.getByLabel(/email/i).fill(who);await p.getByLabel(/password/i).fill('portico-demo');await p.getByRole('button',{name:/sign in/i}).click();await p.waitForURL(u=>!u.pathname.includes('sign-in')).catch(()=>{});await p.waitForTimeout(800);return p;}
const shot=async(p,n)=>{await p.waitForTimeout(500);await p.screenshot({path:`${shots}/${n}.png`,fullPage:true});};
for (const [w,h,dark,tag] of [[1440,900,false,'dl'],[390,844,true,'pd']]){
 const p=await ctx(w,h,dark);
 await p.goto('http://localhost:8080/assets');await shot(p,tag+'-1list');
 await p.goto('http://localhost:8080/assets/new');await shot(p,tag+'-2new');
 writeFileSync('/tmp/fleet_price-list 2027.md','# Prices '+tag+' '+Date.now());
 await p.locator('input[type=file]').first().setInputFiles(['/tmp/fleet_price-list 2027.md']);await p.waitForTimeout(1500);await shot(p,tag+'-3one');
 await p.locator('input[type=file]').first().setInputFiles([F+'roadmap.pptx',F+'picture-truck-dawn.jpg',F+'fleet-data-sheet-v1.pdf']);await p.waitForTimeout(2500);await shot(p,tag+'-4many');
 await p.reload();await p.waitForTimeout(1500);await shot(p,tag+'-5reloaded');
 await p.locator('summary').first().click();
 const t=p.getByLabel('Title').first();await t.fill('');await p.getByRole('button',{name:/publish/i}).click();await shot(p,tag+'-6mistake');
 await t.fill('Price list for '+tag);await p.getByRole('button',{name:/publish/i}).click();await p.waitForTimeout(2500);await shot(p,tag+'-7done');
 await p.getByRole('link',{name:'Price list for '+tag}).click();await p.waitForTimeout(2500);await shot(p,tag+'-8asset');
 await p.getByRole('link',{name:'Edit',exact:true}).click();await p.waitForTimeout(800);await shot(p,tag+'-9edit');
 await p.getByLabel('Tags').fill('a, b');await p.getByLabel('Gold').check();await p.getByRole('button',{name:'Save',exact:true}).click();await p.waitForTimeout(1200);
 await p.getByRole('button',{name:'New version'}).click();await p.waitForTimeout(300);writeFileSync('/tmp/x2.md','# v2 '+tag+Date.now());await p.locator('dialog input[type=file]').setInputFiles('/tmp/x2.md');await p.getByLabel('What changed').fill('New prices');await p.waitForTimeout(800);await shot(p,tag+'-10renew');
 await p.getByRole('button',{name:'Replace everywhere'}).click();await p.waitForTimeout(1500);await shot(p,tag+'-11renewed');
 await p.getByRole('button',{name:'Withdraw',exact:true}).first().click();await shot(p,tag+'-12ask');await p.locator('dialog').getByRole('button',{name:'Withdraw',exact:true}).click();await p.waitForTimeout(1200);await shot(p,tag+'-13withdrawn');
}
await b.close();
