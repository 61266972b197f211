// Where the links that can be seen lead to, in the order of the page.
return all("a[href]").filter(shown).map((one) => new URL(one.getAttribute("href"), document.baseURI).href.replace(/#.*/, ""));
