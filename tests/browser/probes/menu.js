// The links of the menu: how many, and which of them cannot be seen.
const links = all("#sse-menu a");
return { links: links.length, hidden: links.filter((one) => !shown(one)).map(named) };
