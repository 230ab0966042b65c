/** @type {import('../words.js').Words} */
export default {
  reading: 'Reading the posts: %1 of %2',
  retry: 'Try again',
  home: 'Home',
  raw: 'Open the post’s file',
  offline: ['No connection', 'The page could not be fetched. It will open as soon as the network answers again.'],
  post: ['This post’s file is missing', 'It is in the list of posts, but the host does not have its file.'],
  module: ['This page cannot be rendered here', 'A part of the site did not load, or this browser refuses WebAssembly.'],
  catalog: ['The list of posts cannot be read', 'Neither a catalogue nor a posts folder was found where the site expects them.'],
  trouble: 'Some posts could not be read',
};
