import { VoiceResponse } from './app.js';

let rooms = 0;

/** Two callers in a room of their own; the second has the label "second". */
export async function twoInARoom(trunk, app) {
  const { client } = trunk;
  const name = `room ${++rooms}`;
  const events = 'start end join leave mute hold modify announcement';
  const enter = (more) => {
    const response = new VoiceResponse();
    response.dial().conference({ statusCallback: `/room/${rooms}`, statusCallbackEvent: events, waitUrl: '', ...more }, name);
    return response;
  };
  app.on('/voice', enter({}));
  const first = await trunk.call({ talk: 600 });
  await first.told('joined');
  app.on('/voice', enter({ participantLabel: 'second' }));
  const second = await trunk.call({ talk: 600 });
  await second.told('talking');
  const [found] = await client.conferences.list({ friendlyName: name, status: 'in-progress' });
  const event = (kind, isSo = () => true) => app.asked(`/room/${name.split(' ')[1]}`, (request) => request.form.StatusCallbackEvent === kind && isSo(request.form));
  const everybodyLeaves = async () => {
    await client.conferences(found.sid).update({ status: 'completed' });
    await Promise.all([first.ended(), second.ended()]);
  };
  return { name, first, second, room: client.conferences(found.sid), event, everybodyLeaves };
}
