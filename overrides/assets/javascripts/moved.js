// A page that has moved: go to the new address, with what followed the old one.
location.replace(document.currentScript.dataset.to + location.search + location.hash);
