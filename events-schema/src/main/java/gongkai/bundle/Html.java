package gongkai.bundle;

import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a page element by element; the JDK's writer escapes what is written. */
final class Html {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter out;

    Html() {
        try {
            out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            out.writeDTD("<!DOCTYPE html>");
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    Html open(String element) {
        try {
            out.writeCharacters("\n");
            out.writeStartElement(element);
            return this;
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    Html with(String attribute, String value) {
        try {
            out.writeAttribute(attribute, value);
            return this;
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    Html text(String text) {
        try {
            out.writeCharacters(visible(text));
            return this;
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    /** Control characters have no place in a page. */
    private static String visible(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ");
    }

    Html close() {
        try {
            out.writeEndElement();
            return this;
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    Html element(String element, String text) {
        return open(element).text(text).close();
    }

    /** A row of a table. */
    Html row(String cell, String... texts) {
        open("tr");
        for (var it : texts) {
            element(cell, it);
        }
        return close();
    }

    byte[] bytes() {
        try {
            out.writeCharacters("\n");
            out.writeEndDocument();
            out.close();
            return bytes.toByteArray();
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    private static IllegalStateException unwritable(XMLStreamException e) {
        return new IllegalStateException("Memory can be written to", e);
    }
}
