// The rows of the time line: a lane a carrier, a heading for each JVM where there are several; and how they are painted.
const LANE_HEIGHT = 22, BAR = 16, HEAD = 24, AXIS = 22;

const lanes = (() => {
  const stretches = data.lanes.map(() => []);
  const outages = [];
  data.stretches.forEach(s => (s[LANE] < 0 ? outages : stretches[s[LANE]]).push(s));
  // Where many fall on one pixel the longest is painted last, and so is seen.
  stretches.forEach(own => own.sort((a, b) => a[MS] - b[MS]));
  const rows = layout();
  const height = rows.at(-1).y + LANE_HEIGHT + 4;

  function layout() {
    const result = [];
    const manyJvms = new Set(data.lanes.map(lane => lane[0])).size > 1;
    let y = AXIS, jvm = -1;
    data.lanes.forEach((lane, index) => {
      if (manyJvms && lane[0] !== jvm) {
        result.push({ head: data.jvms[lane[0]], y });
        y += HEAD;
      }
      jvm = lane[0];
      result.push({ lane: index, jvm, name: lane[1].replace('ForkJoinPool-1-', ''), y });
      y += LANE_HEIGHT;
    });
    // Where outages are all that there is, they get a lane that is of no carrier.
    return result.length > 0 ? result : [{ lane: -1, jvm: -1, name: 'all carriers', y }];
  }

  const of = row => row.lane < 0 ? [] : stretches[row.lane];
  const outagesOf = row => outages.filter(s => row.jvm < 0 || s[JVM] === row.jvm);

  // How many holds of those that the filter lets through were painted.
  function paint(pen, colour, scale, chosen) {
    let painted = 0;
    rows.forEach(row => {
      if (row.head !== undefined) {
        pen.fillStyle = colour.quiet;
        pen.fillText(fitted(pen, row.head, scale.width - 8), 0, row.y + HEAD / 2 + 2);
        return;
      }
      pen.fillStyle = colour.sunk;
      pen.fillRect(scale.gutter, row.y + 3, scale.width - scale.gutter, BAR);
      outagesOf(row).filter(scale.sees).forEach(s => hatch(pen, colour, scale, row, s));
      of(row).filter(scale.sees).forEach(s => { painted += bar(pen, colour, scale, row, s, s === chosen); });
      pen.fillStyle = colour.ink;
      pen.fillText(fitted(pen, row.name, scale.gutter - 10), 0, row.y + LANE_HEIGHT / 2);
    });
    return painted;
  }

  function bar(pen, colour, scale, row, s, isChosen) {
    const [left, wide] = scale.edges(s);
    const shown = isShown(s);
    pen.globalAlpha = shown ? 1 : 0.13;
    pen.fillStyle = colour[s[SNAG] < 0 ? 'quiet' : data.snags[s[SNAG]].style];
    pen.beginPath();
    pen.roundRect(left, row.y + 3, wide, BAR, wide > 5 ? 3 : 0);
    pen.fill();
    pen.globalAlpha = 1;
    if (s[FLAGS] & ONGOING && wide > 6) {
      pen.fillStyle = colour.surface;
      pen.fillRect(left + wide - 4, row.y + 5, 1.5, BAR - 4);
    }
    if (isChosen || s[SNAG] >= 0 && s[SNAG] === view.picked) {
      pen.strokeStyle = colour.ink;
      pen.lineWidth = isChosen ? 2.5 : 1.2;
      pen.strokeRect(left - 1, row.y + 2, wide + 2, BAR + 2);
    }
    return shown ? 1 : 0;
  }

  function hatch(pen, colour, scale, row, s) {
    const [left, wide] = scale.edges(s);
    const top = row.y - 1, high = LANE_HEIGHT + 1;
    pen.save();
    pen.beginPath();
    pen.rect(left, top, wide, high);
    pen.clip();
    pen.globalAlpha = isShown(s) ? 0.2 : 0.06;
    pen.fillStyle = pen.strokeStyle = colour.starved;
    pen.fillRect(left, top, wide, high);
    pen.globalAlpha = isShown(s) ? 0.55 : 0.1;
    pen.beginPath();
    for (let at = Math.floor(left / 7) * 7 - high; at < left + wide; at += 7) {
      pen.moveTo(at, top + high);
      pen.lineTo(at + high, top);
    }
    pen.stroke();
    pen.restore();
  }

  // The hold, or else the outage, that is painted at a point.
  function at(scale, px, py) {
    const row = rows.find(each => each.lane !== undefined && py >= each.y && py < each.y + LANE_HEIGHT);
    if (!row || px < scale.gutter) return null;
    const near = 3 / scale.perMs, time = scale.timeAt(px);
    const hits = s => isShown(s) && time >= s[BEGIN] - near && time <= s[BEGIN] + s[MS] + near;
    return of(row).findLast(hits) || outagesOf(row).find(hits) || null;
  }

  return { height, outages, paint, at };
})();
