// What axe finds against WCAG 2.2 A and AA and its best practices: `rule: target: what is wrong`.
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
await settled();
const found = await axe.run(document, { preload: false, resultTypes: ["violations"], runOnly: tags, rules: { "target-size": { enabled: true } } });
return found.violations.flatMap((rule) =>
  rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}: ${[...node.any, ...node.all, ...node.none].map((one) => one.message).join("; ")}`),
);
