// SPDX-License-Identifier: GPL-3.0-or-later
/// The page that `html` exports fill with data: style and script of its own, nothing from elsewhere, and a
/// policy that forbids loading anything. All text of the trace reaches the page as textContent.
#pragma once

#include <string_view>

namespace spanglass::formats {

inline constexpr std::string_view pageHead = R"page(<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Trace</title>
<style>
:root{--window:#f6f7f9;--surface:#fff;--line:#e4e7ec;--text:#1b2230;--second:#5a6475;--accent:#4a56c9;--select:#e6e8fb;--error:#c9302f;
--span:#cdd1d8;--agent:#bdcaff;--llm:#88e0df;--tool:#efc68f;--retriever:#dfbff8;--embedding:#96d7fe;--chain:#a4d3ff;--reranker:#f4b8df;--guardrail:#bcd99f;--evaluator:#d6d190}
@media (prefers-color-scheme:dark){:root{--window:#14171c;--surface:#1a1e25;--line:#2a303b;--text:#e6e9ef;--second:#9da7b5;--accent:#98a2ff;--select:#2b3152;--error:#ff7b78;
--span:#535861;--agent:#545e96;--llm:#007373;--tool:#815b1f;--retriever:#73548a;--embedding:#236b8f;--chain:#386695;--reranker:#854e73;--guardrail:#526d34;--evaluator:#6b6620}}
*{box-sizing:border-box}body{margin:0;font:13px system-ui,sans-serif;background:var(--window);color:var(--text);display:grid;grid-template:auto auto 1fr/minmax(0,1fr) minmax(280px,36%);height:100vh}
header{grid-column:1/3;padding:8px 12px;border-bottom:1px solid var(--line);font-weight:600}header span{font-weight:400;color:var(--second);margin-left:12px}
#flame{grid-column:1/3;position:relative;overflow:hidden auto;max-height:45vh;background:var(--surface);border-bottom:1px solid var(--line)}
#flame div{position:absolute;height:19px;line-height:19px;padding:0 5px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis;cursor:pointer;font-size:12px;border:0}
#flame div.error,#tree li.error>span:first-child{box-shadow:inset 0 -2px var(--error)}#flame div.on{outline:2px solid var(--accent);outline-offset:-2px}
#flame div.open{-webkit-mask-image:linear-gradient(90deg,#000 80%,transparent);mask-image:linear-gradient(90deg,#000 80%,transparent)}
#tree{overflow:auto;margin:0;padding:4px 0;list-style:none;background:var(--surface)}#tree li{display:flex;gap:8px;padding:3px 12px;cursor:pointer;white-space:nowrap}#tree li.on{background:var(--select)}
#tree li span:first-child{overflow:hidden;text-overflow:ellipsis;flex:1}#tree li span:last-child{color:var(--second);font-variant-numeric:tabular-nums}
#detail{overflow:auto;padding:8px 12px;border-left:1px solid var(--line);background:var(--surface)}#detail h2{font-size:16px;margin:4px 0 8px;overflow-wrap:anywhere}
dl{display:grid;grid-template-columns:fit-content(40%) minmax(0,1fr);gap:4px 12px;margin:0 0 12px}dt{color:var(--second);min-width:90px;overflow-wrap:anywhere}dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}
dd.code{font:12px ui-monospace,monospace;max-height:40vh;overflow:auto}.bad{color:var(--error)}
</style></head><body><header></header><div id="flame"></div><ul id="tree" tabindex="0" aria-label="Spans"></ul><section id="detail" aria-live="polite"></section>
<script type="application/json" id="data">)page";

inline constexpr std::string_view pageTail = R"page(</script>
<script>
'use strict';
const data=JSON.parse(document.getElementById('data').textContent),spans=data.spans;
const seen=text=>text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,c=>'\\u'+c.charCodeAt(0).toString(16).padStart(4,'0'));
const make=(name,text,kind)=>{const e=document.createElement(name);if(text!==undefined)e.textContent=seen(text);if(kind)e.className=kind;return e};
const duration=ns=>ns>=6e10?Math.floor(ns/6e10)+' min '+Math.round(ns%6e10/1e9)+' s':ns>=1e9?(ns/1e9).toPrecision(3)+' s':ns>=1e6?(ns/1e6).toPrecision(3)+' ms':ns>=1e3?(ns/1e3).toPrecision(3)+' µs':ns+' ns';
const flame=document.getElementById('flame'),tree=document.getElementById('tree'),detail=document.getElementById('detail'),bars=[],lines=[];
const header=document.querySelector('header');document.title=header.textContent=seen(data.title);header.append(make('span',spans.length+(spans.length===1?' span':' spans')),make('span',duration(data.duration)));
let on=-1,lanes=0;
const total=Math.max(data.duration,1);
spans.forEach((s,i)=>{
 lanes=Math.max(lanes,s.lane+1);
 const left=s.start/total*100,width=(s.duration===null?total-s.start:s.duration)/total*100;
 if(width>0.02||spans.length<2000){const bar=make('div',width>1.5?s.name:'',(s.status==='error'?'error ':'')+(s.duration===null?'open':''));
  bar.style.left=left+'%';bar.style.width='max(1px,calc('+width+'% - 1px))';bar.style.top=s.lane*20+'px';bar.style.background='var(--'+s.kind+')';
  bar.title=s.name+'\n'+(s.duration===null?'not finished':duration(s.duration));bar.onclick=()=>choose(i);flame.append(bar);bars[i]=bar}
 if(i<data.listed){const line=make('li',undefined,s.status==='error'?'error':'');const name=make('span',(s.status==='error'?'✕ ':'')+s.name);name.style.paddingLeft=Math.min(s.depth,40)*14+'px';
  line.append(name,make('span',s.duration===null?'…':duration(s.duration)));line.onclick=()=>choose(i);tree.append(line);lines[i]=line}
});
flame.style.height=Math.min(lanes*20+8,innerHeight*0.45)+'px';
function row(list,key,value,kind){if(value===undefined||value===null||value==='')return;list.append(make('dt',key),make('dd',typeof value==='string'?value:JSON.stringify(value,null,1),kind))}
function choose(i){
 if(i<0||i>=spans.length)return;
 for(const set of [bars,lines])if(set[on])set[on].classList.remove('on');
 on=i;for(const set of [bars,lines])if(set[i])set[i].classList.add('on');
 if(lines[i])lines[i].scrollIntoView({block:'nearest'});
 const s=spans[i];detail.replaceChildren(make('h2',s.name));
 const list=make('dl');row(list,'kind',s.kind);row(list,'service',s.service);row(list,'duration',s.duration===null?'not finished':duration(s.duration));row(list,'start',s.startText);
 row(list,'status',s.status,s.status==='error'?'bad':'');row(list,'message',s.message,'bad');row(list,'model',s.model);row(list,'tokens',s.tokens);row(list,'cost',s.cost);
 row(list,'trace',s.trace,'code');row(list,'span',s.id,'code');detail.append(list);
 for(const part of ['input','output']){if(s[part]!==undefined){const block=make('dl');row(block,part,s[part],'code');detail.append(block)}}
 if(s.attributes){const block=make('dl');for(const [key,value] of s.attributes)row(block,key,value,'code');detail.append(block)}
 for(const e of s.events||[]){const block=make('dl');row(block,'event',e.name);for(const [key,value] of e.attributes)row(block,key,value,'code');detail.append(block)}
}
tree.onkeydown=e=>{const step={ArrowDown:1,ArrowUp:-1,j:1,k:-1}[e.key];if(step){choose(on+step);e.preventDefault()}};
choose(0);
</script></body></html>
)page";

} // namespace spanglass::formats
