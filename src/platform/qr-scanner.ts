// The camera and the pictures of codes, with ./qr-detector a chunk of its own, loaded on demand. html5-qrcode is
// imported here and nowhere else: it drives the camera; the decoding is BarcodeDetector's. It must never keep the
// camera after `stop`, and never say what a text means.
import { Html5Qrcode, Html5QrcodeSupportedFormats } from 'html5-qrcode';
import { readyDetector } from './qr-detector';
import type { Detector } from './qr-detector';
import { setDefaultPolicy } from './trusted-types';

/** No moving picture this long after the camera was granted means it will not come. */
const PICTURE_LIMIT_MS = 5_000;
/** html5-qrcode samples the small preview; we look at the whole frame as well, less often to spare the battery. */
const PREVIEW_FRAMES_PER_S = 5;
const FULL_FRAME_PAUSE_MS = 300;
/** 背面カメラ where there is one; sharp enough for a 30 mm badge at arm's length. */
const CAMERA: MediaTrackConstraints = {
  facingMode: { ideal: 'environment' },
  width: { ideal: 1280 },
  height: { ideal: 720 },
};
/** Longest side of the tries on a picture, px. A large photo of a small code, and a small code in a noisy photo. */
const PICTURE_SIDES = [4096, 1600, 800];

export type CameraOutcome =
  | { status: 'running'; stop(): Promise<void> }
  | { status: 'no-camera' | 'no-permission' | 'in-use' | 'no-picture' };
export type PictureOutcome =
  { status: 'read'; text: string } | { status: 'no-code' } | { status: 'not-a-picture' };

/** Why getUserMedia said no, by the name of its error. @see https://w3c.github.io/mediacapture-main/#dom-mediadevices-getusermedia */
export function cameraRefusal(name: string): 'no-camera' | 'no-permission' | 'in-use' {
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'no-permission';
  if (name === 'NotReadableError' || name === 'AbortError') return 'in-use';
  return 'no-camera';
}

const stopTracks = (stream: MediaStream): void => stream.getTracks().forEach((track) => track.stop());
const nameOf = (error: unknown): string =>
  error instanceof Error || error instanceof DOMException ? error.name : '';

function whenMoving(video: HTMLVideoElement, limitMs: number): Promise<boolean> {
  const isMoving = () => video.videoWidth > 0 && video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA;
  if (isMoving()) return Promise.resolve(true);
  return new Promise((resolve) => {
    const end = (moving: boolean) => {
      clearTimeout(timer);
      video.removeEventListener('timeupdate', check);
      video.removeEventListener('playing', check);
      resolve(moving);
    };
    const check = () => isMoving() && end(true);
    const timer = setTimeout(() => end(isMoving()), limitMs);
    video.addEventListener('timeupdate', check);
    video.addEventListener('playing', check);
  });
}

/**
 * Shows the camera in `container` (visible, in the document) and calls `onText` for each code it reads, again and again.
 * The camera ends with `stop` and by itself when the page hides; `onEnded` is called once, either way.
 */
export async function startCamera(
  container: HTMLElement,
  onText: (text: string) => void,
  onEnded: () => void = () => undefined,
): Promise<CameraOutcome> {
  if (!navigator.mediaDevices?.getUserMedia) return { status: 'no-camera' };
  setDefaultPolicy();
  // html5-qrcode reports refusals as sentences; we never decide by text, so we ask first and read the error's name.
  // The asking stream stays open until html5-qrcode has its own: one permission question, and no second start-up.
  let asked: MediaStream;
  try {
    asked = await navigator.mediaDevices.getUserMedia({ video: CAMERA, audio: false });
  } catch (error) {
    return { status: cameraRefusal(nameOf(error)) };
  }

  let live = true;
  let scanner: Html5Qrcode | null = null;
  const stop = async () => {
    if (!live) return;
    live = false;
    document.removeEventListener('visibilitychange', onHide);
    window.removeEventListener('pagehide', onHide);
    stopTracks(asked);
    const stream = container.querySelector('video')?.srcObject;
    // Copied first: html5-qrcode takes the tracks out of the stream, and throws half-way when no picture ever came.
    const tracks = stream instanceof MediaStream ? stream.getTracks() : [];
    await scanner?.stop().catch(() => undefined);
    container.replaceChildren();
    tracks.forEach((track) => track.stop());
    onEnded();
  };
  const onHide = () => {
    if (document.visibilityState === 'hidden') void stop();
  };

  let detector: Detector;
  try {
    detector = await readyDetector();
    container.id ||= 'scanner-picture';
    scanner = new Html5Qrcode(container.id, {
      verbose: false,
      formatsToSupport: [Html5QrcodeSupportedFormats.QR_CODE],
      useBarCodeDetectorIfSupported: true,
    });
    document.addEventListener('visibilitychange', onHide);
    window.addEventListener('pagehide', onHide);
    // No qrbox: it is in CSS pixels of the container and cuts codes off in wide ones.
    await scanner.start(
      { facingMode: 'environment' },
      { fps: PREVIEW_FRAMES_PER_S, videoConstraints: CAMERA },
      (text) => live && onText(text),
      () => undefined,
    );
  } catch {
    await stop();
    return { status: 'in-use' };
  }
  stopTracks(asked);

  const video = container.querySelector('video');
  if (!video || !(await whenMoving(video, PICTURE_LIMIT_MS))) {
    await stop();
    return { status: 'no-picture' };
  }
  void readFullFrames(detector, video, () => live, onText);
  return { status: 'running', stop };
}

/** The preview canvas of html5-qrcode is as small as the screen; small codes are only sharp in the whole frame. */
async function readFullFrames(
  detector: Detector,
  video: HTMLVideoElement,
  isLive: () => boolean,
  onText: (text: string) => void,
): Promise<void> {
  while (isLive()) {
    try {
      const [code] = await detector.detect(video);
      if (code && isLive()) onText(code.rawValue);
    } catch {
      // a frame between two states of the video; the next one comes
    }
    await new Promise((resolve) => setTimeout(resolve, FULL_FRAME_PAUSE_MS));
  }
}

/** Reads the QR code in a picture (screenshot, photo of a slip). Nothing of the picture is kept. */
export async function readPicture(file: Blob): Promise<PictureOutcome> {
  let picture: ImageBitmap;
  try {
    picture = await createImageBitmap(file);
  } catch {
    return { status: 'not-a-picture' };
  }
  try {
    const detector = await readyDetector();
    for (const side of PICTURE_SIDES) {
      const [code] = await detector.detect(onWhite(picture, side));
      if (code) return { status: 'read', text: code.rawValue };
    }
    return { status: 'no-code' };
  } finally {
    picture.close();
  }
}

/** The picture, at most `side` px long, on white with a margin: a screenshot cut at the code's edge has no quiet zone. */
function onWhite(picture: ImageBitmap, side: number): HTMLCanvasElement {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const margin = Math.ceil(Math.max(width, height) / 20);
  const canvas = document.createElement('canvas');
  canvas.width = width + 2 * margin;
  canvas.height = height + 2 * margin;
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, margin, margin, width, height);
  return canvas;
}
