/// Kinds of files that hold no article, by the end of their name.
enum UnreadEndings {
  /// `C source`; nil for a name that tells none.
  ///
  /// - Parameter isText: the content is; old files are called `.doc` that are plain text.
  static func kind(_ name: String, isText: Bool = false) -> String? {
    let (ending, _) = FileEnding.of(name)
    if isText, plain.contains(ending) { return nil }
    return wholeName(name) ?? kinds[ending]
  }

  /// Of names that say it whatever their ending means elsewhere: `robots.txt`.
  static func wholeName(_ name: String) -> String? {
    wholeNames[name.split { $0 == "/" || $0 == "#" }.last.map { $0.lowercased() } ?? ""]
  }

  private static let kinds: [Substring: String] = {
    var kinds: [Substring: String] = [:]
    for line in table.split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      for ending in parts[1].split(separator: " ") {
        kinds[ending] = String(parts[0])
      }
    }
    return kinds
  }()

  private static let plain: Set<Substring> = [
    "doc", "dot", "wps", "wp", "wpd", "wri", "com", "pages",
  ]

  private static let wholeNames = [
    "makefile": "a build file", "gnumakefile": "a build file", "dockerfile": "a build file",
    "cmakelists.txt": "a build file", "rakefile": "a build file", "gemfile": "a build file",
    "robots.txt": "rules for web robots", "package-lock.json": "a lock file",
    "package.json": "settings", "composer.json": "settings", "tsconfig.json": "settings",
    "manifest.json": "settings", "requirements.txt": "settings",
    "thumbs.db": "pictures of a folder",
  ]

  /// `KIND: ENDINGS`.
  ///
  /// Those of texts keep source code, logs and settings out of an index; those of
  /// binary files name what their bytes leave open.
  private static let table = """
    C source: c h i
    C++ source: cc cpp cxx hpp hxx hh inl
    C# source: cs
    Java source: java
    JavaScript: js mjs cjs jsx
    TypeScript: ts tsx
    Python source: py pyw pyi ipynb
    Ruby source: rb
    Perl source: pl pm
    PHP source: php php3 php4 phtml
    Go source: go
    Rust source: rs
    Swift source: swift
    Kotlin source: kt kts
    Scala source: scala sc
    Groovy source: groovy gradle
    Haskell source: hs lhs
    Erlang or Elixir source: erl ex exs
    Lisp source: lisp el clj cljs scm
    Lua source: lua
    R source: r rmd
    Fortran source: f f77 f90 f95 for
    Pascal source: pas dpr
    Visual Basic source: vb vbs bas
    assembly source: asm s
    Objective-C or MATLAB source: m mm
    SQL: sql
    a shell script: sh bash zsh fish csh ksh bat cmd ps1 awk sed tcl
    a style sheet: css scss sass less xsl xslt
    a template: tpl tmpl j2 mustache ejs erb jsp asp aspx
    a build file: mk cmake bazel bzl ninja
    settings: ini cfg conf config properties yaml yml toml plist reg desktop service env lock
    a log: log
    subtitles: srt vtt ass ssa sub sbv smi ttml dfxp lrc
    a calendar: ics ical ifb vcs
    an address card: vcf vcard
    TeX source: tex ltx sty cls dtx
    a bibliography: bib ris enw bst
    a patch: diff patch rej
    a schema: xsd dtd wsdl rng rnc proto thrift
    a map or track: kml kmz gpx geojson shp osm
    a translation: po pot mo xlf xliff resx strings tmx
    a certificate or key: pem crt cer der key p7b p7s p7m pfx p12 csr asc pgp gpg sig
    a Word document of before 2007 (.doc): doc dot
    a spreadsheet: xls xlsx xlsm xlsb xlt xltx ods ots fods numbers wk1 wk4 123 wb3 slk dif
    slides: ppt pptx pptm pps ppsx pot potx odp otp fodp key
    a drawing: vsd vsdx odg otg dwg dxf svg svgz ai eps ps cdr wmf emf
    an OpenDocument formula, chart or database: odf odc odb odi
    an Outlook message (.msg): msg oft
    an Outlook mailbox (.pst): pst ost dbx nsf
    a Publisher, Project or OneNote file: pub mpp one
    a page of Apple's iWork: pages
    a WordPerfect or Works document: wpd wps wp wri
    a hypertext book: chm hlp lit mobi azw azw3 prc pdb djvu djv xps oxps cbz cbr
    a database: db sqlite sqlite3 mdb accdb dbf dta sav por sas7bdat rdata rda rds feather
    a table of a database: parquet orc avro arrow h5 hdf5 hdf nc mat npy npz
    a picture: jpg jpeg jpe png gif bmp tif tiff webp ico psd heic heif avif jp2 jxl raw cr2 nef dng xcf pbm pgm ppm tga pcx icns
    a recording: mp3 wav ogg oga flac m4a aac wma aif aiff mid midi opus amr au ra
    a video: mp4 m4v mov avi mkv webm wmv flv mpg mpeg 3gp ogv swf m2ts
    a font: ttf otf woff woff2 ttc pfb pfm afm eot fon
    a program: exe dll so dylib o a lib class jar war ear apk ipa pyc pyo wasm bin msi com sys elc
    a disk image: iso img dmg vmdk vdi qcow2 vhd
    a package: deb rpm whl egg gem crate nupkg appx snap flatpak
    a torrent: torrent
    a model: onnx pt pth safetensors gguf h5 stl obj fbx blend dae
    """
}
