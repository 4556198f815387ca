// How many carriers were held over the whole time, and which part of it the time line shows.
function paintOverview(canvas, colour, width, whole, part) {
  const high = 40, pen = sharp(canvas, width, high);
  const bins = new Float64Array(Math.ceil(width / 2));
  const bin = (whole.to - whole.from) / bins.length;
  data.stretches.forEach(s => {
    if (s[LANE] < 0 || !isShown(s)) return;
    const first = (s[BEGIN] - whole.from) / bin, last = (s[BEGIN] + s[MS] - whole.from) / bin;
    for (let i = Math.max(0, Math.floor(first)); i <= Math.min(bins.length - 1, Math.floor(last)); i++) {
      bins[i] += Math.max(0.02, Math.min(last, i + 1) - Math.max(first, i));
    }
  });
  const most = bins.reduce((a, b) => Math.max(a, b), 1);
  pen.fillStyle = colour.sunk;
  pen.fillRect(0, 0, width, high);
  pen.fillStyle = colour.quiet;
  bins.forEach((held, i) => { if (held > 0) pen.fillRect(i * 2, high - Math.max(2, held / most * (high - 4)), 2, high); });
  if (part.from <= whole.from && part.to >= whole.to) return;
  const at = time => (time - whole.from) / (whole.to - whole.from) * width;
  pen.globalAlpha = 0.6;
  pen.fillStyle = colour.surface;
  pen.fillRect(0, 0, at(part.from), high);
  pen.fillRect(at(part.to), 0, width, high);
  pen.globalAlpha = 1;
  pen.strokeStyle = colour.focus;
  pen.lineWidth = 2;
  pen.strokeRect(at(part.from), 1, Math.max(3, at(part.to) - at(part.from)), high - 2);
}
