package gongkai.query.notice.rule;

import gongkai.event.Assignment;
import gongkai.event.Rule;
import gongkai.status.Occurrence;
import gongkai.status.Status;
import gongkai.time.DueDate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an obligation's unit has been told, from one situation to the next. The same situation twice tells nothing new. */
final class Account {

    /** Limits in hours have one rung: at once. */
    private static final int AT_ONCE = 0;

    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> ended = new HashSet<>();
    private final Map<String, Course> courses = new LinkedHashMap<>();
    private Optional<Notice> assigned = Optional.empty();
    private int assignments;
    private Optional<Notice> question = Optional.empty();
    private List<Rule> askedAbout = List.of();
    private int questions;

    private record Entry(Notice notice, Optional<String> follows) {}

    List<Raised> raised() {
        return entries.stream()
                .map(it -> new Raised(it.notice(), !ended.contains(it.notice().id()), it.follows()))
                .toList();
    }

    void turn(Situation now) {
        if (now.standing().isReleased()) {
            release(now);
            return;
        }
        assign(now);
        dropGone(now);
        now.occurrences().forEach(it -> follow(it, now));
        ask(now);
    }

    private void release(Situation now) {
        courses.values().forEach(it -> close(it, now));
        assigned.ifPresent(this::end);
        assigned = Optional.empty();
        question.ifPresent(this::end);
        question = Optional.empty();
        askedAbout = List.of();
    }

    private void assign(Situation now) {
        var to = now.standing().assignment();
        if (assigned.filter(it -> it.to().unit().equals(to.unit())).isPresent()) {
            return;
        }
        assigned.ifPresent(before -> handOver(before, now));
        assignments++;
        var due = now.nextDue();
        var notice = write(
                now.facts().assigned().obligation() + "/" + NoticeKind.ASSIGNED + "-" + assignments,
                NoticeKind.ASSIGNED,
                now,
                Wording.assigned(to, now.standing().text(), due),
                due);
        raise(notice, Optional.empty());
        assigned = Optional.of(notice);
    }

    /** What the unit before was told is taken back; the next one hears of everything anew. */
    private void handOver(Notice before, Situation now) {
        end(before);
        for (var course : courses.values()) {
            course.reminder().ifPresent(it -> withdraw(it, now));
            course.breach().ifPresent(it -> withdraw(it, now));
            course.endBreach();
            course.move(course.due());
        }
        question.ifPresent(it -> withdraw(it, now));
        question = Optional.empty();
        askedAbout = List.of();
    }

    private void dropGone(Situation now) {
        var there = now.occurrences().stream().map(Occurrence::id).collect(Collectors.toSet());
        courses.values().stream().filter(it -> !there.contains(it.occurrence())).forEach(it -> close(it, now));
    }

    /** Nothing more is owed of it. */
    private void close(Course course, Situation now) {
        if (!course.isOwed()) {
            return;
        }
        course.reminder().ifPresent(it -> withdraw(it, now));
        course.endReminder();
        endBreach(course, now, "已不再要求");
        course.drop();
    }

    private void follow(Occurrence it, Situation now) {
        var course = courses.computeIfAbsent(
                it.id(), _ -> new Course(now.facts().assigned().obligation(), it));
        course.resume();
        if (course.hasMoved(it.due())) {
            move(course, it, now);
        }
        if (!it.isOpen()) {
            course.reminder().ifPresent(this::end);
            course.endReminder();
            endBreach(course, now, "已完成");
        } else if (now.isOverdue(it)) {
            breach(course, now);
        } else {
            endBreach(course, now, "证据有变");
            remind(course, it, now);
        }
    }

    private void move(Course course, Occurrence it, Situation now) {
        var from = course.due();
        course.reminder().ifPresent(old -> withdraw(old, now));
        if (!now.isOverdue(it)) {
            endBreach(course, now, it.isOpen() ? "期限已改" : "已完成");
        }
        course.move(it.due());
        if (it.isOpen()) {
            var notice = write(
                            course.idOf(NoticeKind.DUE_MOVED, ""),
                            NoticeKind.DUE_MOVED,
                            now,
                            Wording.dueMoved(to(now), now.standing().text(), from, it.due()),
                            Optional.of(it.due()))
                    .of(course.occurrence())
                    .from(from.on());
            raise(notice, Optional.empty());
            course.announceMove(notice);
        }
    }

    private void breach(Course course, Situation now) {
        if (course.breach().isPresent()) {
            return;
        }
        course.reminder().ifPresent(this::end);
        var notice = write(
                        course.nextBreachId(),
                        NoticeKind.BREACHED,
                        now,
                        Wording.breached(to(now), now.standing().text(), course.due()),
                        Optional.of(course.due()))
                .of(course.occurrence());
        raise(notice, Optional.empty());
        course.breach(notice);
    }

    private void remind(Course course, Occurrence it, Situation now) {
        if (!now.isWorkable(it)) {
            return;
        }
        var left = now.workingDaysLeft(it.due());
        var rung = Situation.isInHours(it.due()) ? Optional.of(AT_ONCE) : Rungs.at(left);
        rung.filter(course::isNews).ifPresent(step -> {
            course.reminder().ifPresent(this::end);
            var notice = write(
                            course.idOf(NoticeKind.DUE_SOON, step == AT_ONCE ? "" : "-" + step),
                            NoticeKind.DUE_SOON,
                            now,
                            Wording.dueSoon(to(now), now.standing().text(), it.due(), left),
                            Optional.of(it.due()))
                    .of(course.occurrence());
            raise(notice, Optional.empty());
            course.remind(step, notice);
        });
    }

    private void endBreach(Course course, Situation now, String why) {
        course.breach().ifPresent(breach -> {
            if (now.wasEverLate(course.occurrence())) {
                end(breach);
                raise(
                        write(
                                        breach.id() + "/" + NoticeKind.CURED,
                                        NoticeKind.CURED,
                                        now,
                                        Wording.cured(to(now), now.standing().text(), why),
                                        breach.due())
                                .of(course.occurrence()),
                        Optional.of(breach.id()));
            } else {
                withdraw(breach, now);
            }
            course.endBreach();
        });
    }

    /** For the same terms it is asked once. */
    private void ask(Situation now) {
        var rules = now.standing().rules();
        question.filter(_ -> !rules.equals(askedAbout)).ifPresent(it -> {
            end(it);
            question = Optional.empty();
        });
        if (question.isEmpty() && now.status() == Status.UNCLEAR) {
            questions++;
            var notice = write(
                    now.facts().assigned().obligation() + "/" + NoticeKind.NEEDS_ANSWER + "-" + questions,
                    NoticeKind.NEEDS_ANSWER,
                    now,
                    Wording.needsAnswer(to(now), now.standing().text()),
                    Optional.empty());
            raise(notice, Optional.empty());
            question = Optional.of(notice);
            askedAbout = rules;
        }
    }

    private void withdraw(Notice it, Situation now) {
        end(it);
        raise(it.withdrawn(now.position(), now.moment()), Optional.of(it.id()));
    }

    private void end(Notice it) {
        ended.add(it.id());
    }

    private void raise(Notice it, Optional<String> follows) {
        entries.add(new Entry(it, follows));
    }

    private static Assignment to(Situation now) {
        return now.standing().assignment();
    }

    private static Notice write(String id, NoticeKind kind, Situation now, String title, Optional<DueDate> due) {
        return new Notice(
                id,
                kind,
                now.facts().assigned().obligation(),
                to(now),
                Optional.empty(),
                due,
                Optional.<LocalDate>empty(),
                due.filter(it -> !Situation.isInHours(it) && it.isMetAt(now.moment()))
                        .map(now::workingDaysLeft),
                now.position(),
                now.moment(),
                Optional.empty(),
                title);
    }
}
