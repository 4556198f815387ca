// Everything is in place: let each part draw itself.
if (data.snags.length > 0) {
  setUpFilter();
  timeline.setUp();
  icicle.setUp();
  setUpTable();
  changed();
}
