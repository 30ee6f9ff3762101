package gongkai.time;

import java.time.LocalDate;
import java.util.Optional;

/** 完成时限 as it was read. Each reading keeps the words that it was read from. */
public sealed interface TimeLimit {

    String text();

    /** “4月底前”: done by the end of that day. */
    record FixedDate(String text, LocalDate dueOn) implements TimeLimit {}

    /**
     * “受理之日起5个工作日”: counted from each time that the trigger happens.
     *
     * @param trigger in the words of the text; empty when it names none (“不超过48小时”)
     * @param atMost how far an extension may go, in the same unit (“最长不超过60个工作日”)
     */
    record AfterTrigger(String text, Integer amount, CountingUnit unit, String trigger, Optional<Integer> atMost)
            implements TimeLimit {}

    /**
     * “每月10日前”: once a period, by its last day where no earlier one is named.
     *
     * @param day of the month; empty: its last
     * @param month of the period, from 1 (“每季度首月” 1); empty: its last
     * @param from the day on which the first period begins; empty: the period in which the unit was assigned
     */
    record Recurring(
            String text, Period every, Optional<Integer> day, Optional<Integer> month, Optional<LocalDate> from)
            implements TimeLimit {}

    /** “寒暑假期”: between two days, both included, which a person gives where the words do not. */
    record Window(String text, Optional<LocalDate> from, Optional<LocalDate> to) implements TimeLimit {}

    /** “公示期不少于3日”: what is published must stay up for that long. */
    record Lasting(String text, Integer amount, CountingUnit unit) implements TimeLimit {}

    /** “适时”: never overdue, but its silence is counted. */
    record Ongoing(String text) implements TimeLimit {}

    /** Not readable with certainty: never green, never red, until a person answers. */
    record Unclear(String text) implements TimeLimit {}
}
