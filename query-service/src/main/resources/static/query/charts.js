// Draws a table that stands in the page; the table stays for those who read it.
'use strict';

const drawn = new Map();
const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const text = (it) => it.textContent.trim();

function options(table) {
  const heads = [...table.tHead.rows[0].cells];
  const rows = [...table.tBodies[0].rows];
  const series = heads.flatMap((head, column) => head.dataset.sign
    ? [{
        name: text(head),
        type: 'line',
        symbol: head.dataset.sign === '■' ? 'rect' : 'circle',
        symbolSize: 9,
        lineStyle: { width: 2.5, type: head.dataset.sign === '■' ? 'solid' : 'dashed' },
        label: { show: true, color: color('--ink') },
        data: rows.map((row) => Number(text(row.cells[column]))),
      }]
    : []);
  return {
    animation: false,
    color: [color('--red'), color('--green')],
    textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: color('--ink') },
    legend: { top: 0, textStyle: { color: color('--ink') } },
    grid: { left: 40, right: 24, top: 40, bottom: 28 },
    xAxis: {
      type: 'category',
      data: rows.map((row) => text(row.cells[0])),
      axisLabel: { color: color('--quiet') },
      axisLine: { lineStyle: { color: color('--quiet') } },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { color: color('--quiet') },
      splitLine: { lineStyle: { color: color('--line') } },
    },
    series,
  };
}

function draw() {
  for (const [box, chart] of drawn) {
    if (!box.isConnected) {
      chart.dispose();
      drawn.delete(box);
    }
  }
  for (const box of document.querySelectorAll('[data-chart]')) {
    box.hidden = false;
    const chart = drawn.get(box) ?? echarts.init(box);
    drawn.set(box, chart);
    chart.setOption(options(document.getElementById(box.dataset.chart)), true);
    chart.resize();
  }
}

draw();
document.addEventListener('gongkai:content', draw);
addEventListener('resize', draw);
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
