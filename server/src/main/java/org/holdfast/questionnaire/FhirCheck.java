package org.holdfast.questionnaire;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The check by a FHIR library, which is larger than the server and needed when a clinic brings a form,
/// which is seldom. So it lies in a folder of its own, is loaded when there is something to check, and forgotten
/// afterwards: a server without forms of its own neither carries nor loads any of it.
final class FhirCheck implements AutoCloseable {
    /// Beside the server's jar, or its classes.
    static final String FOLDER = "checker-lib";

    private static final String CHECK = "org.holdfast.questionnaire.checking.HapiCheck";

    private record Loaded(URLClassLoader loader, Function<String, List<String>> check) {}

    private final Path folder;
    private @Nullable Loaded loaded;

    FhirCheck(Path folder) {
        this.folder = folder;
    }

    static FhirCheck besideTheServer() throws IOException {
        return new FhirCheck(folder());
    }

    /// What is wrong with a file; nothing when it is sound FHIR. The first takes some seconds.
    ///
    /// @throws IOException when the library is not there
    List<Fault> faults(String text) throws IOException {
        if (loaded == null) loaded = load();
        var library = loaded;
        try {
            return within(library.loader(), () -> library.check().apply(text)).stream()
                    .limit(Faults.MOST)
                    .map(sentence -> new Fault(null, Faults.line(sentence)))
                    .toList();
        } catch (LinkageError e) {
            throw new IOException("The FHIR library in " + folder + " is not whole: " + e, e);
        }
    }

    @Override
    public void close() throws IOException {
        if (loaded != null) loaded.loader().close();
        loaded = null;
    }

    private Loaded load() throws IOException {
        if (!Files.isDirectory(folder))
            throw new IOException("There is no folder " + folder + " with the FHIR library.");
        var loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader());
        try {
            @SuppressWarnings("unchecked")
            var check = (Function<String, List<String>>) within(
                    loader, () -> loader.loadClass(CHECK).getConstructor().newInstance());
            return new Loaded(loader, check);
        } catch (IllegalStateException | LinkageError e) {
            loader.close();
            throw new IOException("The FHIR library in " + folder + " cannot be used: " + e, e);
        }
    }

    /// The library finds its own parts by the thread.
    private static <T> T within(ClassLoader loader, Callable<T> work) {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Path folder() throws IOException {
        try {
            var source = FhirCheck.class.getProtectionDomain().getCodeSource().getLocation();
            return Path.of(source.toURI()).resolveSibling(FOLDER);
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }

    /// The library, and the server itself for the one class of it that uses the library.
    private URL[] classPath() throws IOException {
        var all = new ArrayList<URL>();
        for (var entry : System.getProperty("java.class.path").split(File.pathSeparator)) all.add(url(Path.of(entry)));
        try (var jars = Files.list(folder)) {
            for (var jar : (Iterable<Path>) jars.sorted()::iterator) all.add(url(jar));
        }
        return all.toArray(URL[]::new);
    }

    private static URL url(Path path) throws MalformedURLException {
        return path.toUri().toURL();
    }
}
