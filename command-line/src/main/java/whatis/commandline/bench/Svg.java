package whatis.commandline.bench;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Draws lines, dots, rectangles and words into an SVG of a fixed size. Lengths are in pixels, from the top left. For one thread. */
public final class Svg {

    /** A point of the drawing. */
    public record Point(double x, double y) {}

    /** Which end of a text stands at its point; the names are SVG's. */
    public enum Anchor {
        START,
        MIDDLE,
        END
    }

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    public Svg(int width, int height, String title) {
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartElement("svg");
            xml.writeDefaultNamespace("http://www.w3.org/2000/svg");
            xml.writeAttribute("viewBox", "0 0 %d %d".formatted(width, height));
            xml.writeAttribute("width", Integer.toString(width));
            xml.writeAttribute("height", Integer.toString(height));
            xml.writeAttribute("font-family", "system-ui, 'DejaVu Sans', sans-serif");
            xml.writeAttribute("role", "img");
            element("title", Map.of(), title);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param dashes lengths of dashes and gaps as SVG writes them, or none */
    public void line(List<Point> points, String colour, double width, String dashes) {
        StringBuilder path = new StringBuilder();
        points.forEach(point -> path.append(number(point.x()))
                .append(',')
                .append(number(point.y()))
                .append(' '));
        element(
                "polyline",
                Map.of(
                        "points",
                        path.toString().strip(),
                        "fill",
                        "none",
                        "stroke",
                        colour,
                        "stroke-width",
                        number(width),
                        "stroke-dasharray",
                        dashes),
                "");
    }

    public void dot(Point point, String colour) {
        element("circle", Map.of("cx", number(point.x()), "cy", number(point.y()), "r", "3.5", "fill", colour), "");
    }

    /** @param corner the upper left one */
    public void rectangle(Point corner, double width, double height, String colour) {
        Map<String, String> attributes = Map.of(
                "x", number(corner.x()),
                "y", number(corner.y()),
                "width", number(width),
                "height", number(height),
                "fill", colour);
        element("rect", attributes, "");
    }

    public void text(Point point, String words, Anchor anchor, int size, String colour) {
        Map<String, String> attributes = Map.of(
                "x", number(point.x()),
                "y", number(point.y()),
                "text-anchor", anchor.name().toLowerCase(Locale.ROOT),
                "font-size", Integer.toString(size),
                "fill", colour);
        element("text", attributes, words);
    }

    /** Ends the drawing. */
    public String finish() {
        try {
            xml.writeEndElement();
            xml.flush();
            return text + "\n";
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void element(String name, Map<String, String> attributes, String words) {
        try {
            xml.writeStartElement(name);
            for (Map.Entry<String, String> attribute : new TreeMap<>(attributes).entrySet()) {
                xml.writeAttribute(attribute.getKey(), attribute.getValue());
            }
            xml.writeCharacters(words);
            xml.writeEndElement();
            xml.writeCharacters("\n");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
