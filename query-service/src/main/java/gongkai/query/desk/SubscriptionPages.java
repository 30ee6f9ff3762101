package gongkai.query.desk;

import gongkai.http.ProblemException;
import gongkai.http.access.Caller;
import gongkai.query.delivery.Deliveries;
import gongkai.query.delivery.DeliveryState;
import gongkai.query.delivery.NewSubscription;
import gongkai.query.delivery.SubscriptionItem;
import gongkai.query.delivery.Subscriptions;
import gongkai.query.delivery.channel.Channel;
import gongkai.query.desk.command.Refusal;
import gongkai.query.desk.form.Complaint;
import gongkai.query.desk.form.Form;
import gongkai.query.notice.rule.NoticeKind;
import gongkai.query.record.RecordStore;
import jakarta.validation.Validator;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who is told by which channel, and what could not be sent. */
@Controller
@RequestMapping("/desk/subscriptions")
class SubscriptionPages {

    private static final int SHOWN = 500;
    private static final Refusal UNKNOWN = new Refusal(404, "SUBSCRIPTION_UNKNOWN", "", List.of(), Optional.empty());

    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final RecordStore records;
    private final Validator validator;
    private final DeskWording words;
    private final Once once;
    private final DeskPages pages;

    SubscriptionPages(
            Subscriptions subscriptions,
            Deliveries deliveries,
            RecordStore records,
            Validator validator,
            DeskWording words,
            Once once,
            DeskPages pages) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.records = records;
        this.validator = validator;
        this.words = words;
        this.once = once;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView show(@RequestParam MultiValueMap<String, String> link) {
        return page(form().prefilled(link));
    }

    /** The page that answers holds the secret; it is no address that one could come back to. */
    @PostMapping
    ModelAndView subscribe(@RequestParam MultiValueMap<String, String> sent) {
        var form = form().typed(sent);
        var wanted = wanted(form);
        var wrong = validator.validate(wanted).stream()
                .map(it -> form.field(it.getPropertyPath().toString()))
                .map(it -> Complaint.at(it.name(), it.cure()))
                .toList();
        if (!wrong.isEmpty()) {
            return DeskPages.refused(page(form.with(wrong)), 422);
        }
        try {
            var made = once.of(form, SubscriptionItem.class, () -> subscriptions.subscribe(wanted));
            return page(form()).addObject("made", made);
        } catch (ProblemException e) {
            return DeskPages.refused(page(DeskPages.refused(form, Refusal.of(e))), 422);
        }
    }

    @PostMapping("/{id}/deletion")
    ModelAndView unsubscribe(@PathVariable String id) {
        subscriptions.unsubscribe(id);
        return DeskPages.seeOther("/desk/subscriptions");
    }

    /** What came of it stands beside the subscription; a reload of the address, or another language, leads back to the list. */
    @PostMapping("/{id}/test")
    ModelAndView sendTest(@PathVariable String id) {
        try {
            return subscriptions
                    .sendTest(id)
                    .map(it -> page(form()).addObject("tested", id).addObject("answer", it))
                    .orElseGet(() -> DeskPages.refused(page(DeskPages.refused(form(), UNKNOWN)), 422));
        } catch (ProblemException e) {
            return DeskPages.refused(page(DeskPages.refused(form(), Refusal.of(e))), 422);
        }
    }

    @GetMapping("/{id}/test")
    ModelAndView afterTest() {
        return DeskPages.seeOther("/desk/subscriptions");
    }

    @PostMapping("/deliveries/{id}/retries")
    ModelAndView sendAgain(@PathVariable UUID id) {
        try {
            deliveries.sendAgain(id);
            return DeskPages.seeOther("/desk/subscriptions");
        } catch (ProblemException e) {
            return DeskPages.refused(page(DeskPages.refused(form(), Refusal.of(e))), 422);
        }
    }

    private ModelAndView page(Form form) {
        return DeskPages.page(
                "desk-subscriptions",
                pages.now(),
                Map.of(
                        "subscriptions",
                        subscriptions.after("", SHOWN),
                        "failed",
                        deliveries.after(null, null, DeliveryState.FAILED, SHOWN),
                        "form",
                        form));
    }

    private Form form() {
        return SubscriptionForm.of(
                records.jurisdictions().stream().filter(Caller.current()::sees).toList(), words);
    }

    /** What is no member of an enum comes from no page of ours, and is left out. */
    private static <E extends Enum<E>> Optional<E> chosen(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(it -> it.name().equals(name))
                .findFirst();
    }

    private static NewSubscription wanted(Form form) {
        return new NewSubscription(
                chosen(Channel.class, form.value("channel")).orElse(Channel.WEBHOOK),
                form.value("target").strip(),
                orNull(form.value("secret")),
                form.value("jurisdiction"),
                orNull(form.value("unit")),
                form.field("kinds").values().stream()
                        .flatMap(it -> chosen(NoticeKind.class, it).stream())
                        .collect(Collectors.toSet()));
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
