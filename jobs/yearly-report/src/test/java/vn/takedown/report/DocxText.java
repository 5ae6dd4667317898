package vn.takedown.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The words of a Word file in their order. */
final class DocxText {

    private DocxText() {}

    static String of(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        NodeList words = document(file).getElementsByTagName("w:t");
        for (int i = 0; i < words.getLength(); i++) {
            text.append(words.item(i).getTextContent()).append('\n');
        }
        return text.toString();
    }

    private static Document document(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream stream = zip.getInputStream(zip.getEntry("word/document.xml"))) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(e);
        }
    }
}
