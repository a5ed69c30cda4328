/** A document with its attributes in order of their names and without white space between elements: two that say the same are equal. */
export function canonical(xml) {
  return xml
    .replace(/<\?xml[^>]*\?>/, '')
    .split(/(<[^>]*>)/)
    .map((part) => (part.startsWith('<') ? tag(part) : text(part)))
    .join('');
}

function tag(text) {
  const [, slash, name, attributes, empty] = text.match(/^<(\/?)([\w:-]+)([^]*?)(\/?)>$/);
  if (slash) return text;
  const sorted = [...attributes.matchAll(/([\w:-]+)\s*=\s*"([^"]*)"/g)].map(([, key, value]) => ` ${key}="${value}"`).sort();
  return `<${name}${sorted.join('')}>${empty ? `</${name}>` : ''}`;
}

/** Quotes and > need no escape between elements. */
function text(between) {
  return between.trim() === '' ? '' : between.replaceAll('&quot;', '"').replaceAll('&gt;', '>');
}

/** Which attributes stand on which elements: "Say voice". */
export function attributesOf(xml) {
  return [...xml.matchAll(/<([\w:-]+)((?:\s+[\w:-]+\s*=\s*"[^"]*")*)\s*\/?>/g)]
    .flatMap(([, name, attributes]) => [...attributes.matchAll(/([\w:-]+)\s*=/g)].map(([, attribute]) => `${name} ${attribute}`));
}
