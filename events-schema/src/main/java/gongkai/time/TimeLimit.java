package gongkai.time;

import java.time.LocalDate;

/** 完成时限 as it was read. Each reading keeps the words that it was read from. */
public sealed interface TimeLimit {

    String text();

    /** “4月底前”: done by the end of that day. */
    record FixedDate(String text, LocalDate dueOn) implements TimeLimit {}

    /** “受理之日起5个工作日”: counted from each time that the trigger happens. */
    record AfterTrigger(String text, Integer amount, CountingUnit unit, String trigger) implements TimeLimit {}

    /** “适时”: never overdue, but its silence is counted. */
    record Ongoing(String text) implements TimeLimit {}

    /** Not readable with certainty: never green, never red, until a person answers. */
    record Unclear(String text) implements TimeLimit {}
}
