package gongkai.command.importing.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * What a reader of a Word document sees (ECMA-376 part 1, 17): inserted text, not what was deleted or moved away; no field
 * codes, no footnote marks, no text boxes.
 */
final class WordXml {

    private static final String NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    /** Elements that only wrap what is really there. */
    private static final Set<String> WRAPPERS = Set.of("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag");

    private static final Set<String> UNSEEN = Set.of(
            "del", "moveFrom", "delText", "instrText", "delInstrText", "pict", "drawing", "object", "rPr", "pPr");

    private WordXml() {}

    /** The blocks or rows or cells directly in a container, out of their wrappers. */
    static List<Element> blocksOf(Node container) {
        List<Element> blocks = new ArrayList<>();
        for (var child : elementsOf(container)) {
            if (WRAPPERS.contains(child.getLocalName())) {
                blocks.addAll(blocksOf(child));
            } else if (!UNSEEN.contains(child.getLocalName())) {
                blocks.add(child);
            }
        }
        return blocks;
    }

    /** A cell's paragraphs, those of a nested table too, divided by line breaks. */
    static String linesOf(Element cell) {
        return blocksOf(cell).stream()
                .flatMap(it -> switch (it.getLocalName()) {
                    case "p" -> Stream.of(textOf(it));
                    case "tbl" ->
                        blocksOf(it).stream()
                                .flatMap(row -> blocksOf(row).stream())
                                .filter(inner -> inner.getLocalName().equals("tc"))
                                .map(WordXml::linesOf);
                    default -> Stream.empty();
                })
                .collect(Collectors.joining("\n"));
    }

    static String textOf(Element paragraph) {
        var text = new StringBuilder();
        append(paragraph, text);
        return text.toString();
    }

    private static void append(Node node, StringBuilder text) {
        for (var child : elementsOf(node)) {
            switch (child.getLocalName()) {
                case "t" -> appendCharacters(child, text);
                case "tab" -> text.append('\t');
                case "br", "cr" -> text.append('\n');
                case "noBreakHyphen" -> text.append('-');
                default -> {
                    if (!UNSEEN.contains(child.getLocalName())) {
                        append(child, text);
                    }
                }
            }
        }
    }

    private static void appendCharacters(Node element, StringBuilder text) {
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text characters) {
                text.append(characters.getData());
            }
        }
    }

    /** An element's child of that name, or nothing. */
    static Optional<Element> child(Node parent, String name) {
        return elementsOf(parent).stream()
                .filter(it -> it.getLocalName().equals(name))
                .findFirst();
    }

    static Optional<String> value(Element element) {
        var value = element.getAttributeNS(element.getNamespaceURI(), "val");
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    private static List<Element> elementsOf(Node parent) {
        List<Element> elements = new ArrayList<>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element it
                    && (NAMESPACE.equals(it.getNamespaceURI()) || STRICT.equals(it.getNamespaceURI()))) {
                elements.add(it);
            }
        }
        return elements;
    }
}
