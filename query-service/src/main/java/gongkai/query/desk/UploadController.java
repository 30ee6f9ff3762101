package gongkai.query.desk;

import gongkai.query.asof.AnsweredAsOf;
import gongkai.query.desk.command.CommandApi;
import gongkai.query.desk.command.ReadPlan;
import gongkai.query.desk.command.Refusal;
import gongkai.query.desk.command.RefusedException;
import gongkai.query.desk.form.Complaint;
import gongkai.query.desk.form.Form;
import gongkai.query.desk.form.Message;
import gongkai.query.obligation.Obligations;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** A table on its way into the ledger: chosen, shown as it was read, accepted. */
@Controller
@RequestMapping("/desk/jurisdictions/{code}/plans")
class UploadController {

    private final Obligations obligations;
    private final Uploads uploads;
    private final Readings readings;
    private final CommandApi command;
    private final Once once;
    private final DeskPages pages;

    UploadController(
            Obligations obligations,
            Uploads uploads,
            Readings readings,
            CommandApi command,
            Once once,
            DeskPages pages) {
        this.obligations = obligations;
        this.uploads = uploads;
        this.readings = readings;
        this.command = command;
        this.once = once;
        this.pages = pages;
    }

    @GetMapping
    ModelAndView choose(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Long minPosition,
            @RequestParam MultiValueMap<String, String> link) {
        var asOf = pages.now(minPosition);
        return choosing(code, asOf, UploadForms.chooser(code, asOf).prefilled(link));
    }

    /** The file is kept before anything else is looked at, so that it need not be chosen twice. */
    @PostMapping
    ModelAndView upload(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam MultiValueMap<String, String> sent)
            throws IOException {
        var asOf = pages.now();
        var form = UploadForms.chooser(code, asOf).typed(sent);
        var tooLong = UploadForms.tooLong(form);
        if (!tooLong.isEmpty()) {
            return DeskPages.refused(choosing(code, asOf, form.with(tooLong)), 422);
        }
        if (file != null && file.getSize() > Uploads.LARGEST) {
            return refusedChoice(code, asOf, form, "desk.cure.fileTooLarge");
        }
        if (file != null && !file.isEmpty()) {
            var name = file.getOriginalFilename();
            return DeskPages.seeOther(
                    UploadForms.draft(code, uploads.keep(file.getBytes()), name == null ? "" : name, form)
                            .address());
        }
        if (uploads.find(form.value(UploadForms.KEPT)).isEmpty()) {
            return refusedChoice(code, asOf, form, "desk.cure.fileChoose");
        }
        return DeskPages.seeOther(UploadForms.draft(code, form.value(UploadForms.KEPT), form.value("fileName"), form)
                .address());
    }

    /** Beside the original cells; while it is being read, a page that comes back by itself. */
    @GetMapping("/{sha256}")
    ModelAndView preview(
            @PathVariable String code,
            @PathVariable String sha256,
            @RequestParam MultiValueMap<String, String> link,
            HttpServletResponse response) {
        var asOf = pages.now();
        var form = UploadForms.chooser(code, asOf).typed(link);
        var draft = UploadForms.draft(code, sha256, form.value("fileName"), form);
        var file = uploads.find(sha256);
        if (file.isEmpty()) {
            return refusedChoice(code, asOf, form, "desk.cure.fileGone");
        }
        try {
            var plan = readings.of(draft, file.get());
            if (plan.isEmpty()) {
                response.setHeader("Refresh", "1");
                return page("desk-reading", code, asOf)
                        .addObject("fileName", draft.fileName())
                        .addObject("seconds", readings.since(draft).toSeconds());
            }
            return previewing(
                    draft,
                    plan.get(),
                    UploadForms.acceptance(draft, !plan.get().changes().isEmpty()),
                    asOf);
        } catch (RefusedException e) {
            return DeskPages.refused(
                    choosing(code, asOf, DeskPages.refused(UploadForms.kept(form, draft), e.refusal())),
                    e.refusal().status());
        }
    }

    @PostMapping("/{sha256}")
    ModelAndView accept(
            @PathVariable String code, @PathVariable String sha256, @RequestParam MultiValueMap<String, String> sent) {
        var asOf = pages.now();
        var typed = UploadForms.chooser(code, asOf).typed(sent);
        var draft = UploadForms.draft(code, sha256, typed.value("fileName"), typed);
        var file = uploads.find(sha256);
        if (file.isEmpty()) {
            return refusedChoice(code, asOf, typed, "desk.cure.fileGone");
        }
        var form = UploadForms.acceptance(draft, true).typed(sent);
        var parts = draft.parts(file.get());
        form.body().forEach(parts::add);
        try {
            var plan = once.of(form, ReadPlan.class, () -> command.upload(form.key(), parts, false, code));
            return DeskPages.seeOther("/desk/plans/" + plan.id() + "?minPosition="
                    + plan.position().orElse(0L));
        } catch (RefusedException e) {
            return DeskPages.refused(
                    refusedAcceptance(draft, file.get(), sent, e.refusal(), asOf),
                    e.refusal().status());
        }
    }

    /** Beside the reading, unless that cannot be had any more either. */
    private ModelAndView refusedAcceptance(
            Draft draft, byte[] file, MultiValueMap<String, String> sent, Refusal refusal, AnsweredAsOf asOf) {
        try {
            var plan = readings.of(draft, file);
            if (plan.isPresent()) {
                var form = UploadForms.acceptance(draft, !plan.get().changes().isEmpty())
                        .typed(sent);
                return previewing(draft, plan.get(), DeskPages.refused(form, refusal), asOf);
            }
        } catch (RefusedException _) {
            // What was refused first is told below.
        }
        var form = UploadForms.kept(UploadForms.chooser(draft.county(), asOf).typed(sent), draft);
        return choosing(draft.county(), asOf, DeskPages.refused(form, refusal));
    }

    private ModelAndView previewing(Draft draft, ReadPlan plan, Form form, AnsweredAsOf asOf) {
        return page("desk-preview", draft.county(), asOf)
                .addObject("draft", draft)
                .addObject("plan", plan)
                .addObject("form", form);
    }

    private ModelAndView refusedChoice(String code, AnsweredAsOf asOf, Form form, String sentence) {
        return DeskPages.refused(
                choosing(code, asOf, form.with(List.of(Complaint.at("file", Message.of(sentence))))), 422);
    }

    private ModelAndView choosing(String code, AnsweredAsOf asOf, Form form) {
        return page("desk-upload", code, asOf).addObject("form", form);
    }

    private ModelAndView page(String template, String code, AnsweredAsOf asOf) {
        return DeskPages.page(template, asOf, Map.of("county", obligations.jurisdiction(code, asOf)));
    }
}
