package dev.pagetrack.deploy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** An element of a service's answer. */
record Answer(Element element) {

    /** @throws DeployException if it is no XML */
    static Answer of(byte[] content) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            // The default one writes to standard error.
            builder.setErrorHandler(new DefaultHandler());
            return new Answer(builder.parse(new ByteArrayInputStream(content)).getDocumentElement());
        } catch (SAXException | IOException e) {
            throw new DeployException("the service's answer is no XML: " + e.getMessage(), e);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The text of the first element of that name, at any depth.
     *
     * @throws DeployException if there is none
     */
    String text(String name) {
        return optional(name)
                .orElseThrow(
                        () -> new DeployException("the service's answer has no <" + name + ">, which it documents."));
    }

    /** The text of the first element of that name, if it has one. */
    Optional<String> optional(String name) {
        return stream(element.getElementsByTagName(name))
                .findFirst()
                .map(found -> found.element().getTextContent().strip())
                .filter(text -> !text.isEmpty());
    }

    /** The members of a list. */
    List<Answer> members(String list) {
        return stream(element.getElementsByTagName(list))
                .filter(found -> found.element().getParentNode().equals(element)
                        || found.element().getParentNode().getParentNode().equals(element))
                .flatMap(found -> stream(found.element().getChildNodes()))
                .toList();
    }

    private static Stream<Answer> stream(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(node -> new Answer((Element) node));
    }
}
