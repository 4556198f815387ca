package dev.snag.findings;

/** Names of code without what differs from run to run: numbers of lambdas, of hidden and of generated classes. */
public final class StableName {

    private static final String LAMBDA_CLASS = "$$Lambda";
    private static final String LAMBDA_METHOD = "lambda$";
    private static final String KOTLIN_LAMBDA = "$lambda$";

    /** Of the JDK's proxies, which it counts: {@code com.acme.$Proxy134}. */
    private static final String JDK_PROXY = "$Proxy";

    /** What Byte Buddy and who uses it put in front of random letters. */
    private static final String[] RANDOM_AFTER = {
        "$ByteBuddy$", "$auxiliary$", "$MockitoMock$", "$HibernateProxy$", "$HibernateInstantiator$"
    };

    private static final String CGLIB_SEPARATOR = "$$";

    private StableName() {}

    /** Class and method. */
    public static String of(Frame frame) {
        return of(frame.className(), frame.method());
    }

    /** Class and method. */
    public static String of(String className, String method) {
        return ofClass(className) + "." + ofMethod(method);
    }

    /** The class without the numbers that the VM or a generator gave it. */
    public static String ofClass(String className) {
        int hidden = className.indexOf('/');
        String name = hidden < 0 ? className : className.substring(0, hidden);
        int lambda = name.indexOf(LAMBDA_CLASS);
        if (lambda >= 0) {
            return name.substring(0, lambda) + LAMBDA_CLASS;
        }
        return name.startsWith("jdk.internal.reflect.Generated") ? withoutDigits(name) : ofGenerated(name);
    }

    private static String ofGenerated(String name) {
        if (name.indexOf('$') < 0) {
            return name;
        }
        if (name.startsWith(JDK_PROXY, name.lastIndexOf('.') + 1)) {
            return withoutDigits(name);
        }
        for (String generator : RANDOM_AFTER) {
            int at = name.indexOf(generator);
            if (at > 0) {
                return name.substring(0, at + generator.length() - 1);
            }
        }
        return ofCglib(name);
    }

    /** {@code Service$$SpringCGLIB$$0}, {@code Service$$EnhancerByGuice$$1a2b3c}: who made it stays. */
    private static String ofCglib(String name) {
        int last = name.lastIndexOf(CGLIB_SEPARATOR);
        int first = name.indexOf(CGLIB_SEPARATOR);
        boolean numbered = first >= 0 && first < last && isHexadecimal(name, last + CGLIB_SEPARATOR.length());
        return numbered ? name.substring(0, last) : name;
    }

    private static boolean isHexadecimal(String name, int from) {
        for (int i = from; i < name.length(); i++) {
            if (Character.digit(name.charAt(i), 16) < 0) {
                return false;
            }
        }
        return from < name.length();
    }

    private static String withoutDigits(String name) {
        int end = name.length();
        while (end > 0 && Character.isDigit(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end);
    }

    private static String ofMethod(String method) {
        int number = method.startsWith(LAMBDA_METHOD) ? method.lastIndexOf('$') : -1;
        return number > LAMBDA_METHOD.length() ? method.substring(0, number) : method;
    }

    /** The class that the code of a lambda is written in; else the class itself. */
    public static String hostClass(Frame frame) {
        String name = ofClass(frame.className());
        int lambda = name.indexOf(LAMBDA_CLASS);
        return lambda < 0 ? name : name.substring(0, lambda);
    }

    /** The method that the code of a lambda is written in; else the method itself. */
    public static String hostMethod(Frame frame) {
        String method = ofMethod(frame.method());
        if (method.startsWith(LAMBDA_METHOD)) {
            return method.substring(LAMBDA_METHOD.length());
        }
        int kotlin = method.indexOf(KOTLIN_LAMBDA);
        return kotlin > 0 ? method.substring(0, kotlin) : method;
    }
}
