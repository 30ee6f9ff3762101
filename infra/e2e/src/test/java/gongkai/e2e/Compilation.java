package gongkai.e2e;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Runs the JDK's own compiler, without annotation processors, and gives the errors it finds. */
record Compilation(String classPath, Path output) {
    private static final JavaCompiler COMPILER = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());

    List<String> errorsOf(List<? extends JavaFileObject> sources) {
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        List<String> options =
                List.of("-proc:none", "-encoding", "UTF-8", "-classpath", classPath, "-d", output.toString());
        COMPILER.getTask(null, null, found, options, null, sources).call();
        return found.getDiagnostics().stream()
                .filter(it -> it.getKind() == Diagnostic.Kind.ERROR)
                .map(it -> it.getCode() + " " + it.getMessage(Locale.ROOT) + " " + it.getSource())
                .toList();
    }

    List<String> errorsOfFiles(List<Path> files) {
        List<JavaFileObject> sources = new ArrayList<>();
        COMPILER.getStandardFileManager(null, null, null)
                .getJavaFileObjectsFromPaths(files)
                .forEach(sources::add);
        return errorsOf(sources);
    }

    static JavaFileObject source(String name, String code) {
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return code;
            }
        };
    }
}
