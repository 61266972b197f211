// What can be read and followed in the main part: links, and lines of text that stand outside of controls.
const main = document.querySelector("main");
const lines = [];
const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const parent = walker.currentNode.parentElement;
  const words = walker.currentNode.data.replace(/\s+/g, " ").trim();
  if (words && shown(parent) && !parent.closest("form, button, label, select, [role=status], [role=group], time")) lines.push(words);
}
return { lines, links: all("a[href]", main).filter(shown).map((one) => one.getAttribute("href")) };
