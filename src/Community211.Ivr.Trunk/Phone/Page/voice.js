// What the service says, aloud, by the browser's own voices.

const MOST_WAITING = 2;
const synthesis = window.speechSynthesis;

const primary = language => language.toLowerCase().split(/[-_]/)[0];

/** A voice of that language and country, else of that language; null when this machine has voices but none of them. */
function voiceFor(language) {
  const voices = synthesis.getVoices();
  const exact = voices.find(voice => voice.lang.replace('_', '-').toLowerCase() === language.toLowerCase());
  return exact ?? voices.find(voice => primary(voice.lang) === primary(language)) ?? (voices.length ? null : undefined);
}

export class Voice {
  #on = localStorage.getItem('sound') !== 'off';
  #waiting = 0;
  #recording = null;
  #language = 'en';

  constructor() {
    // Some browsers load their voices only when first asked.
    synthesis?.getVoices();
  }

  get on() {
    return this.#on;
  }

  set on(on) {
    this.#on = on;
    localStorage.setItem('sound', on ? 'on' : 'off');
    if (!on) this.stop();
  }

  say(text, language) {
    this.#language = language || this.#language;
    if (!this.#on || !synthesis || !text) return;
    const voice = voiceFor(this.#language);
    if (voice === null) return;
    if (this.#waiting >= MOST_WAITING) this.stop();
    const speech = new SpeechSynthesisUtterance(text);
    speech.lang = this.#language;
    if (voice) speech.voice = voice;
    this.#waiting++;
    speech.onend = speech.onerror = () => {
      this.#waiting = Math.max(0, this.#waiting - 1);
    };
    synthesis.speak(speech);
  }

  /** Recordings of services on this machine; the page's policy lets no other be loaded. */
  play(url) {
    if (!this.#on || !/^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(url)) return;
    this.stop();
    this.#recording = new Audio(url);
    this.#recording.play().catch(() => {});
  }

  stop() {
    this.#waiting = 0;
    synthesis?.cancel();
    this.#recording?.pause();
    this.#recording = null;
  }
}
