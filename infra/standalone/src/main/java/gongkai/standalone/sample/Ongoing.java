package gongkai.standalone.sample;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.stream.IntStream;

/** The many rows that are due “适时”: some show life, some fall silent, some never say anything. */
record Ongoing(Script script, Cast cast, Days days) {

    void write() {
        Integer[] rows = IntStream.concat(IntStream.of(1, 2, 12, 13), IntStream.rangeClosed(15, 48))
                .filter(row -> row < 21 || row > 23)
                .boxed()
                .toArray(Integer[]::new);
        for (Owed it : cast.ofRows(rows)) {
            write(it, days.random().nextInt(20));
        }
        hall();
    }

    private void write(Owed it, int lot) {
        if (lot < 17) {
            publish(it, days.between("2019-04-02", "2019-08-30"));
        }
        if (lot < 12) {
            publish(it, days.between("2019-09-20", "2019-12-13"));
        }
    }

    /** Half of them say when the document was formed; one in eight came out too late for the Regulation. */
    private void publish(Owed it, LocalDate day) {
        Paper paper = Paper.of(it, it.category() + "（" + day.getMonthValue() + "月）", day);
        boolean formedKnown = days.oneIn(2);
        boolean late = days.oneIn(8);
        script.publish(it, day, formedKnown ? paper.formedOn(day.minusDays(late ? 45 : 6)) : paper);
    }

    /** Row 14: complaints about the hall get a clock of their own, which the notice for 2020 moves. */
    private void hall() {
        Owed it = cast.ofRow(14);
        script.clarify(
                it.task(),
                "大厅投诉30个工作日内答复公开",
                Rules.both(
                        Rules.rule("PUBLICATION", 1, Rules.ongoing()),
                        Rules.rule("RESPONSE", 1, Rules.after("受理之日起30个工作日", "受理", 30, "WORKING_DAYS"))),
                LocalDate.parse("2019-04-26"));
        String answered = script.accept(it, "投诉窗口排队过长", "", LocalDateTime.parse("2019-05-21T10:00"));
        script.respond(answered, "关于增设窗口的答复", LocalDateTime.parse("2019-06-14T15:00"));
        script.accept(it, "投诉自助终端故障", "", LocalDateTime.parse("2019-11-20T10:00"));
    }
}
