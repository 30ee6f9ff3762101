package gongkai.query.dashboard;

import java.util.Set;
import java.util.regex.Pattern;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractElementTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templatemode.TemplateMode;
import org.unbescape.html.HtmlEscape;

/**
 * Nobody is offered what they would be refused: in one place, so that no template can forget it. A link that leads to what is
 * not for the reader goes away if it is a deed (class {@code button} or {@code act}); a name stays, and leads nowhere.
 */
final class OfferedLinks extends AbstractProcessorDialect {

    private static final Pattern DEED = Pattern.compile("\\b(button|act)\\b");
    private static final int AFTER_ALL_OTHERS = StandardDialect.PROCESSOR_PRECEDENCE + 1_000;

    OfferedLinks() {
        super("Offered links", "offered", AFTER_ALL_OTHERS);
    }

    @Override
    public Set<IProcessor> getProcessors(String dialectPrefix) {
        return Set.of(new Links(dialectPrefix));
    }

    private static final class Links extends AbstractElementTagProcessor {

        Links(String dialectPrefix) {
            super(TemplateMode.HTML, dialectPrefix, "a", false, null, false, AFTER_ALL_OTHERS);
        }

        @Override
        protected void doProcess(
                ITemplateContext context, IProcessableElementTag tag, IElementTagStructureHandler structure) {
            var address = HtmlEscape.unescapeHtml(tag.getAttributeValue("href"));
            if (address != null
                    && address.startsWith("/")
                    && context.getVariable(Look.ATTRIBUTE) instanceof Look look
                    && !look.opens(address)) {
                if (DEED.matcher(String.valueOf(tag.getAttributeValue("class"))).find()) {
                    structure.removeElement();
                } else {
                    structure.removeAttribute("href");
                }
            }
        }
    }
}
