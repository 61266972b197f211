// Words of the page's own language that are not accented, each with all the words it stands among.
const own = document.documentElement.lang;
const plain = /\p{L}{2,}/gu;
const faulty = (text) => [...text.normalize("NFC").matchAll(plain)].some(([word]) => !/\p{M}/u.test(word.normalize("NFD")));
const ours = (element) => (element.closest("[lang]") || document.documentElement).lang === own && !element.closest("script, style, code, kbd, [translate=no]");
const found = new Set();
const look = (text) => {
  const words = text.replace(/\s+/g, " ").trim();
  if (words && faulty(words)) found.add(words);
};

look(document.title);
for (const meta of all("meta[name=description], meta[property='og:title'], meta[property='og:image:alt']")) look(meta.content);
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) if (ours(walker.currentNode.parentElement)) look(walker.currentNode.data);
for (const name of ["aria-label", "aria-description", "alt", "placeholder", "title"]) {
  for (const element of all(`[${name}]`)) if (ours(element)) look(element.getAttribute(name));
}
return [...found];
