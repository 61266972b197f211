// Text twice as large, as a reader may set it.
document.documentElement.style.fontSize = "200%";
