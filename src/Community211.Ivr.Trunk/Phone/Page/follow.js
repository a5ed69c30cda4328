const NEAR = 40;

/** Keeps the newest line of a list in view, unless somebody reads further up or in a line; also once a list that was hidden is shown. */
export function follow(list) {
  let follows = true;
  const toEnd = () => {
    if (follows && !list.querySelector('details[open]')) list.scrollTop = list.scrollHeight;
  };
  list.addEventListener('scroll', () => {
    if (list.clientHeight) follows = list.scrollHeight - list.scrollTop - list.clientHeight < NEAR;
  });
  new MutationObserver(() => {
    if (!list.childElementCount) follows = true;
    toEnd();
  }).observe(list, { childList: true });
  new ResizeObserver(toEnd).observe(list);
}
