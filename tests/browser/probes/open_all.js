// Opens the menu and whatever else opens in its place.
for (const button of all("button[aria-expanded=false]").filter(shown)) button.click();
for (const details of all("details:not([open])")) details.open = true;
await new Promise(requestAnimationFrame);
await settled();
