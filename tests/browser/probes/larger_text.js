// Text as large as a reader may set it: `given` of what it is, or twice as large.
document.documentElement.style.fontSize = given || "200%";
