import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.util.CharTokenizer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.LabelAndValue;
import org.apache.lucene.facet.LongValueFacetCounts;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.Version;

/**
 * Lucene 8 by its own API: top 10 with count, sorted-set facets for people and countries, counts by
 * value for months. Title and body are two values of one field. The protocol is that of protocol.py,
 * over tab-separated files, so that no JSON library is needed:
 *
 *   documents: id, title, body, month, day, people|..., countries|...
 *   queries:   id, kind, words (spaces), country, first day, last day
 */
public final class LucenePeer {
  static final Analyzer ANALYZER = new Analyzer() {
    @Override
    protected TokenStreamComponents createComponents(String field) {
      Tokenizer words = CharTokenizer.fromTokenCharPredicate(Character::isLetterOrDigit);
      return new TokenStreamComponents(words, new ASCIIFoldingFilter(new LowerCaseFilter(words)));
    }

    @Override
    public int getPositionIncrementGap(String field) {
      return 100;
    }
  };

  public static void main(String[] arguments) throws IOException {
    if (arguments[0].equals("version")) System.out.println("lucene " + Version.LATEST);
    else if (arguments[0].equals("build")) build(Path.of(arguments[1]), Path.of(arguments[2]));
    else query(Path.of(arguments[1]), Path.of(arguments[2]));
  }

  static FacetsConfig facetsConfig() {
    FacetsConfig config = new FacetsConfig();
    config.setMultiValued("person", true);
    config.setMultiValued("country", true);
    return config;
  }

  static void build(Path documents, Path folder) throws IOException {
    FacetsConfig facets = facetsConfig();
    IndexWriterConfig config = new IndexWriterConfig(ANALYZER).setRAMBufferSizeMB(256);
    try (FSDirectory directory = new MMapDirectory(folder);
        IndexWriter writer = new IndexWriter(directory, config);
        BufferedReader lines = Files.newBufferedReader(documents)) {
      for (String line; (line = lines.readLine()) != null;) {
        writer.addDocument(facets.build(document(line.split("\t", -1))));
      }
      writer.forceMerge(1);
    }
  }

  static Document document(String[] fields) {
    Document document = new Document();
    document.add(new StringField("id", fields[0], Field.Store.YES));
    document.add(new TextField("text", fields[1], Field.Store.NO));
    document.add(new TextField("text", fields[2], Field.Store.NO));
    if (!fields[3].isEmpty()) {
      document.add(new NumericDocValuesField("month", Long.parseLong(fields[3])));
      document.add(new LongPoint("day", Long.parseLong(fields[4])));
    }
    for (String name : values(fields[5])) {
      document.add(new SortedSetDocValuesFacetField("person", name));
    }
    for (String code : values(fields[6])) {
      document.add(new SortedSetDocValuesFacetField("country", code));
      document.add(new StringField("code", code, Field.Store.NO));
    }
    return document;
  }

  static String[] values(String joined) {
    return joined.isEmpty() ? new String[0] : joined.split("\\|");
  }

  static void query(Path folder, Path queries) throws IOException {
    DirectoryReader reader = DirectoryReader.open(new MMapDirectory(folder));
    IndexSearcher searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
    SortedSetDocValuesReaderState state = new DefaultSortedSetDocValuesReaderState(reader);
    List<String[]> asked = new ArrayList<>();
    for (String line : Files.readAllLines(queries)) asked.add(line.split("\t", -1));
    BufferedReader modes =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    int round = 0;
    for (String mode; (mode = modes.readLine()) != null;) {
      round++;
      StringBuilder rows = new StringBuilder();
      for (String[] fields : asked) {
        long start = System.nanoTime();
        Query query = parsed(fields);
        long[] counts = mode.equals("top") ? top(searcher, query) : facets(searcher, state, query);
        long elapsed = System.nanoTime() - start;
        rows.append(round).append(',').append(mode).append(',').append(fields[0]);
        for (long count : counts) rows.append(',').append(count);
        rows.append(',').append(elapsed).append('\n');
      }
      System.out.println(rows);
      System.out.flush();
    }
  }

  static Query parsed(String[] fields) {
    Query words = words(fields[1], fields[2].split(" "));
    if (fields[3].isEmpty()) return words;
    long first = Long.parseLong(fields[4]);
    long last = Long.parseLong(fields[5]);
    return new BooleanQuery.Builder()
        .add(words, Occur.MUST)
        .add(new TermQuery(new Term("code", fields[3])), Occur.FILTER)
        .add(LongPoint.newRangeQuery("day", first, last), Occur.FILTER)
        .build();
  }

  static Query words(String kind, String[] words) {
    if (kind.equals("phrase")) return new PhraseQuery("text", words);
    if (kind.equals("prefix")) return new PrefixQuery(new Term("text", words[0]));
    if (words.length == 1) return new TermQuery(new Term("text", words[0]));
    BooleanQuery.Builder builder = new BooleanQuery.Builder();
    for (String word : words) {
      Occur occur = kind.equals("all") ? Occur.MUST : Occur.SHOULD;
      builder.add(new TermQuery(new Term("text", word)), occur);
    }
    return builder.build();
  }

  static long[] top(IndexSearcher searcher, Query query) throws IOException {
    searcher.search(query, TopScoreDocCollector.create(10, 10));
    return new long[4];
  }

  static long[] facets(IndexSearcher searcher, SortedSetDocValuesReaderState state, Query query)
      throws IOException {
    TopScoreDocCollector top = TopScoreDocCollector.create(10, Integer.MAX_VALUE);
    FacetsCollector matches = new FacetsCollector();
    searcher.search(query, MultiCollector.wrap(top, matches));
    Facets names = new SortedSetDocValuesFacetCounts(state, matches);
    FacetResult months = new LongValueFacetCounts("month", matches, false).getAllChildrenSortByValue();
    return new long[] {
      top.topDocs().totalHits.value, sum(names.getTopChildren(10, "person")),
      sum(names.getTopChildren(10, "country")), sum(months)
    };
  }

  static long sum(FacetResult result) {
    long sum = 0;
    if (result == null) return 0;
    for (LabelAndValue pair : result.labelValues) sum += pair.value.longValue();
    return sum;
  }
}
