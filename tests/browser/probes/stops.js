// The names of all that the Tab key should stop at, in the order of the page.
return stops().map(named);
