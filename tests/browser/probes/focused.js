// Gives the focus to a stop, `given` its number, as a key would; tells its name and the part of the window around it.
const element = stops()[given];
element.focus({ focusVisible: true });
const box = [...element.getClientRects()].find((one) => one.width > 0 && one.height > 0);
const [x, y] = [Math.max(box.left - 8, 0), Math.max(box.top - 8, 0)];
const [width, height] = [Math.min(box.right + 8, innerWidth) - x, Math.min(box.bottom + 8, innerHeight) - y];
return { name: named(element), around: { x, y, width, height } };
