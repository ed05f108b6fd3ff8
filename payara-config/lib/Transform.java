import java.io.File;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;
import javax.xml.transform.stream.StreamSource;

/** Applies a stylesheet: {@code java Transform.java STYLESHEET INPUT OUTPUT [NAME=VALUE...]}. What every JDK brings suffices. */
final class Transform {

    private Transform() {}

    public static void main(String[] arguments) throws Exception {
        Transformer transformer = TransformerFactory.newInstance().newTransformer(new StreamSource(new File(arguments[0])));
        for (int i = 3; i < arguments.length; i++) {
            String[] parameter = arguments[i].split("=", 2);
            transformer.setParameter(parameter[0], parameter[1]);
        }
        transformer.transform(new StreamSource(new File(arguments[1])), new StreamResult(new File(arguments[2])));
    }
}
