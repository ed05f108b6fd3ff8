package se.fixamingata.web.security;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What Payara 6's reading of forms with files lacks, put right from outside. It knows no bound on the number of parts, so that one body
 * of millions of them takes the whole heap; and each part that it has ever read stays in memory, with up to a quarter of a megabyte of
 * what was in it, because the action that would clean up after it holds on to it ({@code PartItem.registerCleanupEvent}).
 *
 * <p>Only reflection reaches this. The Servlet API bounds a form's bytes, not its parts; and {@code Part.delete()} takes away a part's
 * file, but not the buffer into which it was read, nor the part itself: its {@code java.lang.ref.Cleaner} was given an action that
 * refers to the very part whose end it waits for. Where reflection does not reach, with another server, forms are read as before, the
 * log says so once, and {@code FormDoorIT} fails. The way out would be to read pages' forms ourselves, too, as
 * {@link se.fixamingata.web.multipart.MultipartReader} does at the Open311 door.
 */
final class ContainerParts {

    static final int MOST = 1_000;

    private static final Logger LOG = System.getLogger(ContainerParts.class.getName());
    private static final List<String> CONTENT =
            List.of("dfos", "cachedContent", "headers", "multipart", "fieldName", "contentType", "fileName");
    private static final AtomicBoolean TOLD = new AtomicBoolean();

    /** There are more parts than any form of ours has. */
    static final class TooMany extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private ContainerParts() {}

    /** Before anything asks for a parameter: reading more than {@value #MOST} parts will end with {@link TooMany} as a cause. */
    static void bound(HttpServletRequest request) {
        try {
            Object multipart = multipart(request);
            Class<?> listener = Class.forName(
                    "org.apache.catalina.fileupload.ProgressListener",
                    false,
                    multipart.getClass().getClassLoader());
            Object counting = Proxy.newProxyInstance(
                    listener.getClassLoader(), new Class<?>[] {listener}, (proxy, method, values) -> {
                        if (method.getName().equals("update") && (Integer) values[2] > MOST) {
                            throw new TooMany();
                        }
                        return null;
                    });
            multipart.getClass().getMethod("setProgressListener", listener).invoke(multipart, counting);
        } catch (ReflectiveOperationException | RuntimeException other) {
            tell(other);
        }
    }

    /** When the request has been answered: what it brought is nobody's any more. */
    static void forget(HttpServletRequest request) {
        try {
            Object multipart = multipart(request);
            if (field(multipart, "parts").get(multipart) instanceof List<?> parts) {
                for (Object part : parts) {
                    empty(part);
                }
            }
        } catch (ReflectiveOperationException | IOException | RuntimeException other) {
            tell(other);
        }
    }

    private static void empty(Object part) throws ReflectiveOperationException, IOException {
        ((Part) part).delete();
        for (String name : CONTENT) {
            field(part, name).set(part, null);
        }
    }

    /** The server's own request, behind all that stands in front of it. */
    private static Object multipart(HttpServletRequest request) throws ReflectiveOperationException {
        ServletRequest facade = request;
        while (facade instanceof ServletRequestWrapper wrapper) {
            facade = wrapper.getRequest();
        }
        Object inner = field(facade, "request").get(facade);
        for (Class<?> kind = inner.getClass(); kind != null; kind = kind.getSuperclass()) {
            for (Method method : kind.getDeclaredMethods()) {
                if (method.getName().equals("getMultipart") && method.getParameterCount() == 0) {
                    method.setAccessible(true);
                    return method.invoke(inner);
                }
            }
        }
        throw new NoSuchMethodException(inner.getClass() + ".getMultipart");
    }

    private static Field field(Object of, String name) throws NoSuchFieldException {
        for (Class<?> kind = of.getClass(); kind != null; kind = kind.getSuperclass()) {
            for (Field field : kind.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    return field;
                }
            }
        }
        throw new NoSuchFieldException(of.getClass() + "." + name);
    }

    private static void tell(Exception other) {
        if (TOLD.compareAndSet(false, true)) {
            LOG.log(Level.WARNING, "Forms with files cannot be bounded on this server: {0}", other.toString());
        }
    }
}
