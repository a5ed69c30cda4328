// The control API of the trunk.

async function ask(method, path, body, more = {}) {
  const options = { method, ...more };
  if (body !== undefined) {
    options.headers = { 'Content-Type': 'application/json' };
    options.body = JSON.stringify(body);
  }
  let answer;
  try {
    answer = await fetch(path, options);
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Error('The trunk does not answer: is it still running?');
  }
  if (!answer.ok) throw new Error(await refusal(answer));
  return answer;
}

async function refusal(answer) {
  try {
    return (await answer.json()).error;
  } catch {
    return `The trunk answered ${answer.status}.`;
  }
}

export const get = async path => (await ask('GET', path)).json();
export const put = (path, body) => ask('PUT', path, body);
export const remove = path => ask('DELETE', path);
export const act = (sid, what) => ask('POST', `/sim/calls/${sid}/act`, what);

/** Places a call; what it tells is read to its end, for a caller who stops reading has hung up. */
export const place = async order => lines(await ask('POST', '/sim/calls', order));

export const listen = async (query, signal) => lines(await ask('GET', `/sim/events?${query}`, undefined, { signal }));

/** JSON objects, one a line, as they come. */
async function* lines(answer) {
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const split = (rest + value).split('\n');
    rest = split.pop();
    for (const line of split) yield JSON.parse(line);
  }
}
