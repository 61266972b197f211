// Where the links that can be seen lead to, in the order of the page.
return all("a[href]").filter(shown).map((one) => one.href.replace(/#.*/, ""));
